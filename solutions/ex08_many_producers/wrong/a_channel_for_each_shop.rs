//! expect: overlocked in schedules::no_shop_waits_for_another
//!
//! Gives each shop a channel of its own and empties them in turn. Shop 1 is not heard until shop 0 has
//! closed.

use std::sync::mpsc;
use std::thread;

pub fn run_day<S, J>(shops: Vec<S>, mut journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let receivers: Vec<_> = shops
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
    for (number, receiver) in receivers.into_iter().enumerate() {
        for cents in receiver {
            journal(number, cents);
            total += cents;
        }
    }
    total
}
