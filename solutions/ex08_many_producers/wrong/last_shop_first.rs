//! expect: overlocked in schedules::no_shop_waits_for_another
//!
//! A vector of channels, emptied from its end. Shop 0 is not heard until all others have closed.

use std::sync::mpsc;
use std::thread;

pub fn run_day<S, J>(shops: Vec<S>, mut journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let mut receivers: Vec<_> = shops
        .into_iter()
        .map(|shop| {
            let (sender, receiver) = mpsc::channel();
            thread::spawn(move || {
                for cents in shop {
                    sender.send(cents).unwrap();
                }
            });
            receiver
        })
        .collect();

    let mut total = 0;
    while let Some(receiver) = receivers.pop() {
        for cents in receiver {
            journal(receivers.len(), cents);
            total += cents;
        }
    }
    total
}
