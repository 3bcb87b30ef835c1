//! expect: race in schedules::every_sale_is_in_the_journal_once
//!
//! `try_iter` stops at the first quiet moment, when the shops may not even have opened.

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
        });
    }
    drop(sender);

    let mut total = 0;
    for (number, cents) in receiver.try_iter() {
        journal(number, cents);
        total += cents;
    }
    total
}
