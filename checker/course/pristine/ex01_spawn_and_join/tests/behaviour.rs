//! Your function on real threads, with texts of all sizes.

use ex01::count_all;
use std::sync::{Barrier, Mutex};
use std::thread::{self, ThreadId};
use testkit::watchdog;

/// The signature that you keep.
const _: fn(Vec<String>, CountOne) -> Vec<usize> = count_all;
type CountOne = fn(&str) -> usize;

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

#[test]
fn three_texts_give_three_counts() {
    watchdog(|| {
        let texts = owned(&["the sea", "", "a ship on the sea"]);
        assert_eq!(
            count_all(texts, words),
            [2, 0, 5],
            "the counts of \"the sea\", of an empty text, and of \"a ship on the sea\""
        );
    });
}

#[test]
fn no_texts_give_no_counts() {
    watchdog(|| assert!(count_all(Vec::new(), words).is_empty()));
}

#[test]
fn a_hundred_texts_keep_their_order() {
    watchdog(|| {
        let texts = (0..100).map(|length| "word ".repeat(length)).collect();
        let expected: Vec<usize> = (0..100).collect();
        assert_eq!(
            count_all(texts, words),
            expected,
            "text number n has n words, so the counts should run from 0 to 99"
        );
    });
}

#[test]
fn it_counts_with_the_function_it_is_given() {
    watchdog(|| {
        let texts = owned(&["the sea", "ship"]);
        assert_eq!(
            count_all(texts, str::len),
            [7, 4],
            "`count` was `str::len` this time, which counts the letters"
        );
    });
}

#[test]
fn twenty_texts_have_twenty_threads() {
    static THREADS: Mutex<Vec<ThreadId>> = Mutex::new(Vec::new());

    fn note_thread_and_count(text: &str) -> usize {
        THREADS.lock().unwrap().push(thread::current().id());
        words(text)
    }

    watchdog(|| {
        count_all(vec!["some words".to_string(); 20], note_thread_and_count);

        let mut threads = THREADS.lock().unwrap().clone();
        assert_eq!(
            threads.len(),
            20,
            "how many of the 20 texts were counted when `count_all` returned"
        );
        assert!(
            !threads.contains(&thread::current().id()),
            "the thread that called `count_all` counted a text itself: leave that to new threads"
        );
        threads.sort_by_key(|id| format!("{id:?}"));
        threads.dedup();
        assert_eq!(
            threads.len(),
            20,
            "20 texts need 20 threads: some thread counted more than one text"
        );
    });
}

#[test]
fn a_hundred_texts_are_counted_at_the_same_time() {
    static ALL_AT_WORK: Barrier = Barrier::new(100);
    static CALLER: Mutex<Option<ThreadId>> = Mutex::new(None);

    fn wait_for_all_and_count(text: &str) -> usize {
        // No thread that you started gets past the barrier before a hundred have come to it.
        let caller = *CALLER.lock().unwrap();
        if caller != Some(thread::current().id()) {
            ALL_AT_WORK.wait();
        }
        words(text)
    }

    watchdog(|| {
        *CALLER.lock().unwrap() = Some(thread::current().id());
        let counts = count_all(vec!["some words".to_string(); 100], wait_for_all_and_count);
        assert_eq!(counts, [2; 100], "each of 100 texts has 2 words");
    });
}
