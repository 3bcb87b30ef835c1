//! expect: passed
//!
//! Asks again and again instead of waiting. It stops only when the channel says that it is closed.

use std::sync::mpsc::{self, TryRecvError};
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
    loop {
        match receiver.try_recv() {
            Ok((number, cents)) => {
                journal(number, cents);
                total += cents;
            }
            Err(TryRecvError::Empty) => thread::yield_now(),
            Err(TryRecvError::Disconnected) => return total,
        }
    }
}
