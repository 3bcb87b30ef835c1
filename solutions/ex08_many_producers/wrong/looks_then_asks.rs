//! expect: race in schedules::every_sale_is_in_the_journal_once
//!
//! Finds the channel empty, then finds that all shops have closed, and goes home. A sale that came
//! between the two looks stays in the channel.

use core::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;

pub fn run_day<S, J>(shops: Vec<S>, mut journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let (sender, receiver) = mpsc::channel();
    let open = Arc::new(AtomicUsize::new(shops.len()));
    for (number, shop) in shops.into_iter().enumerate() {
        let (sender, open) = (sender.clone(), Arc::clone(&open));
        thread::spawn(move || {
            for cents in shop {
                sender.send((number, cents)).unwrap();
            }
            open.fetch_sub(1, Ordering::SeqCst);
        });
    }

    let mut total = 0;
    loop {
        match receiver.try_recv() {
            Ok((number, cents)) => {
                journal(number, cents);
                total += cents;
            }
            Err(_) if open.load(Ordering::SeqCst) == 0 => return total,
            Err(_) => thread::yield_now(),
        }
    }
}
