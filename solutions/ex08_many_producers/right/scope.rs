//! expect: passed
//!
//! Scoped threads, and the first sender dropped inside the scope before the loop begins.

use std::sync::mpsc;
use std::thread;

pub fn run_day<S, J>(shops: Vec<S>, mut journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        for (number, shop) in shops.into_iter().enumerate() {
            let sender = sender.clone();
            scope.spawn(move || shop.for_each(|cents| sender.send((number, cents)).unwrap()));
        }
        drop(sender);

        receiver
            .into_iter()
            .inspect(|&(number, cents)| journal(number, cents))
            .map(|(_, cents)| cents)
            .sum()
    })
}
