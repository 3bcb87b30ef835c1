//! expect: race in schedules::every_sale_is_in_the_journal_once
//!
//! Sleeps until the shops "must have closed", then takes what there is.

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

    thread::sleep(Duration::from_millis(500));
    let mut total = 0;
    while let Ok((number, cents)) = receiver.try_recv() {
        journal(number, cents);
        total += cents;
    }
    total
}
