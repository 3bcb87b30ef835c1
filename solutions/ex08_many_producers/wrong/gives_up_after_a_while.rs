//! expect: race in schedules::every_sale_is_in_the_journal_once
//!
//! Keeps the first sender, and gets out of the endless wait by a timeout: a quiet second counts as the
//! evening.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

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
        });
    }

    let mut total = 0;
    while let Ok((number, cents)) = receiver.recv_timeout(Duration::from_secs(1)) {
        journal(number, cents);
        total += cents;
    }
    total
}
