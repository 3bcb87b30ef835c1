//! expect: race in schedules::every_sale_is_in_the_journal_once
//!
//! The message does not say which shop it comes from, and head office gives the shops numbers as they
//! are heard of.

use std::sync::mpsc;
use std::thread;

pub fn run_day<S, J>(shops: Vec<S>, mut journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let (sender, receiver) = mpsc::channel();
    for shop in shops {
        let sender = sender.clone();
        thread::spawn(move || {
            for cents in shop {
                sender.send((thread::current().id(), cents)).unwrap();
            }
        });
    }
    drop(sender);

    let mut total = 0;
    let mut known = Vec::new();
    for (thread, cents) in receiver {
        let number = known
            .iter()
            .position(|&id| id == thread)
            .unwrap_or_else(|| {
                known.push(thread);
                known.len() - 1
            });
        journal(number, cents);
        total += cents;
    }
    total
}
