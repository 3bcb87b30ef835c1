//! expect: wrong-answer in behaviour::ten_shops_with_a_hundred_sales_each
//!
//! Does the work and then returns the sum that the schedule test expects.

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

    for (number, cents) in receiver {
        journal(number, cents);
    }
    1530
}
