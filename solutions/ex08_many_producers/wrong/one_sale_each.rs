//! expect: wrong-answer in schedules::every_sale_is_in_the_journal_once
//!
//! Receives once for every shop. That avoids the endless wait, and loses all sales but the first few.

use std::sync::mpsc;
use std::thread;

pub fn run_day<S, J>(shops: Vec<S>, mut journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let shop_count = shops.len();
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
    for _ in 0..shop_count {
        let (number, cents) = receiver.recv().unwrap();
        journal(number, cents);
        total += cents;
    }
    total
}
