//! expect: wrong-answer in schedules::every_sale_is_in_the_journal_once
//!
//! Each thread adds up its own shop and the sums are right. The journal stays empty.

use std::thread;

pub fn run_day<S, J>(shops: Vec<S>, _journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let threads: Vec<_> = shops
        .into_iter()
        .map(|shop| thread::spawn(move || shop.sum::<u64>()))
        .collect();
    threads
        .into_iter()
        .map(|thread| thread.join().unwrap())
        .sum()
}
