//! expect: overlocked in schedules::all_shops_are_open_at_the_same_time
//!
//! Joins each thread right after spawning it, so a shop opens only when the one before has closed.

use std::sync::mpsc;
use std::thread;

pub fn run_day<S, J>(shops: Vec<S>, mut journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let (sender, receiver) = mpsc::channel();
    for (number, shop) in shops.into_iter().enumerate() {
        let sender = sender.clone();
        thread::spawn(move || {
            for cents in shop {
                sender.send((number, cents)).unwrap();
            }
        })
        .join()
        .unwrap();
    }
    drop(sender);

    let mut total = 0;
    for (number, cents) in receiver {
        journal(number, cents);
        total += cents;
    }
    total
}
