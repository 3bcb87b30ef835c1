//! expect: race in schedules::every_sale_is_in_the_journal_once
//!
//! Watches only the thread that was started last, as if the others could not be slower.

use std::sync::mpsc;
use std::thread;

pub fn run_day<S, J>(shops: Vec<S>, mut journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let (sender, receiver) = mpsc::channel();
    let mut last = None;
    for (number, shop) in shops.into_iter().enumerate() {
        let sender = sender.clone();
        last = Some(thread::spawn(move || {
            for cents in shop {
                sender.send((number, cents)).unwrap();
            }
        }));
    }

    let mut total = 0;
    while let Some(thread) = &last {
        let closed = thread.is_finished();
        for (number, cents) in receiver.try_iter() {
            journal(number, cents);
            total += cents;
        }
        if closed {
            break;
        }
        thread::yield_now();
    }
    total
}
