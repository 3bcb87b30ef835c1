//! expect: compile-error
//!
//! Has changed the signature: every shop writes in the journal itself, so the journal has to be `Send` and
//! to borrow nothing. That of the caller is neither.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn run_day<S, J>(shops: Vec<S>, journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64) + Send + 'static,
{
    let journal = Arc::new(Mutex::new(journal));
    let threads: Vec<_> = shops
        .into_iter()
        .enumerate()
        .map(|(number, shop)| {
            let journal = Arc::clone(&journal);
            thread::spawn(move || {
                shop.inspect(|&cents| (journal.lock().unwrap())(number, cents))
                    .sum::<u64>()
            })
        })
        .collect();
    threads
        .into_iter()
        .map(|thread| thread.join().unwrap())
        .sum()
}
