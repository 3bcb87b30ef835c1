//! expect: passed
//!
//! A channel for each shop. Head office goes from one to the next, never waits at any of them, and
//! forgets the shops that have closed.

use std::sync::mpsc::{self, TryRecvError};
use std::thread;

pub fn run_day<S, J>(shops: Vec<S>, mut journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let mut open: Vec<_> = shops
        .into_iter()
        .enumerate()
        .map(|(number, shop)| {
            let (sender, receiver) = mpsc::channel();
            thread::spawn(move || {
                for cents in shop {
                    sender.send(cents).unwrap();
                }
            });
            (number, receiver)
        })
        .collect();

    let mut total = 0;
    while !open.is_empty() {
        open.retain(|(number, receiver)| match receiver.try_recv() {
            Ok(cents) => {
                journal(*number, cents);
                total += cents;
                true
            }
            Err(TryRecvError::Empty) => true,
            Err(TryRecvError::Disconnected) => false,
        });
        thread::yield_now();
    }
    total
}
