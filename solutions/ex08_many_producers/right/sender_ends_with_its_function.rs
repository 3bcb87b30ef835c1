//! expect: passed
//!
//! No `drop`: the function that opens the shops owns the first sender, and drops it on returning.

use std::sync::mpsc::{self, Receiver};
use std::thread;

pub fn run_day<S, J>(shops: Vec<S>, mut journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let receiver = open(shops);
    let mut total = 0;
    for (number, cents) in receiver {
        journal(number, cents);
        total += cents;
    }
    total
}

fn open<S>(shops: Vec<S>) -> Receiver<(usize, u64)>
where
    S: Iterator<Item = u64> + Send + 'static,
{
    let (sender, receiver) = mpsc::channel();
    for (number, shop) in shops.into_iter().enumerate() {
        let sender = sender.clone();
        thread::spawn(move || {
            for cents in shop {
                sender.send((number, cents)).unwrap();
            }
        });
    }
    receiver
}
