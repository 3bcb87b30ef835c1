//! expect: wrong-answer in schedules::every_shop_has_a_thread_of_its_own
//!
//! A channel, but no thread: head office runs the shops itself, one by one.

use std::sync::mpsc;

pub fn run_day<S, J>(shops: Vec<S>, mut journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let (sender, receiver) = mpsc::channel();
    for (number, shop) in shops.into_iter().enumerate() {
        for cents in shop {
            sender.send((number, cents)).unwrap();
        }
    }
    drop(sender);

    let mut total = 0;
    for (number, cents) in receiver {
        journal(number, cents);
        total += cents;
    }
    total
}
