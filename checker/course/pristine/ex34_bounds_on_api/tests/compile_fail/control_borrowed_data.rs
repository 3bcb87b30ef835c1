//! `run_all` and `parallel_map` wait for their threads. So jobs, items, functions
//! and results may all borrow what the caller owns.

use ex34::{parallel_map, run_all};

fn main() {
    let text = String::from("one fish two fish");
    let (left, right) = text.split_at(8);

    let halves = [left, right];
    let jobs: Vec<_> = halves
        .iter()
        .map(|half| move || half.split_whitespace().next())
        .collect();
    let first_words: Vec<Option<&str>> = run_all(jobs);
    assert_eq!(first_words, [Some("one"), Some("two")]);

    let wanted = String::from("fish");
    let found: Vec<usize> = parallel_map(&halves, |half: &&str| half.matches(&wanted).count());
    assert_eq!(found, [1, 1]);
}
