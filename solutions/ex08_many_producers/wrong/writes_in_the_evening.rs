//! expect: overlocked in schedules::a_sale_is_written_before_its_shop_closes
//!
//! Joins all threads before it receives anything. The journal is right in the evening, and empty all
//! day.

use std::sync::mpsc;
use std::thread;

pub fn run_day<S, J>(shops: Vec<S>, mut journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let (sender, receiver) = mpsc::channel();
    let mut threads = Vec::new();
    for (number, shop) in shops.into_iter().enumerate() {
        let sender = sender.clone();
        threads.push(thread::spawn(move || {
            for cents in shop {
                sender.send((number, cents)).unwrap();
            }
        }));
    }
    drop(sender);
    for thread in threads {
        thread.join().unwrap();
    }

    let mut total = 0;
    for (number, cents) in receiver {
        journal(number, cents);
        total += cents;
    }
    total
}
