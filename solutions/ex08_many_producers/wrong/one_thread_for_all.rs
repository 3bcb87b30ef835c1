//! expect: wrong-answer in schedules::every_shop_has_a_thread_of_its_own
//!
//! One thread runs all shops, one after the other.

use std::sync::mpsc;
use std::thread;

pub fn run_day<S, J>(shops: Vec<S>, mut journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for (number, shop) in shops.into_iter().enumerate() {
            for cents in shop {
                sender.send((number, cents)).unwrap();
            }
        }
    });

    let mut total = 0;
    for (number, cents) in receiver {
        journal(number, cents);
        total += cents;
    }
    total
}
