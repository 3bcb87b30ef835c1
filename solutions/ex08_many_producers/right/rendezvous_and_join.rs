//! expect: passed
//!
//! A channel without room, so each shop waits until its sale is heard. The threads are joined when the
//! channel has closed.

use std::sync::mpsc;
use std::thread;

pub fn run_day<S, J>(shops: Vec<S>, mut journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let (sender, receiver) = mpsc::sync_channel(0);
    let threads: Vec<_> = shops
        .into_iter()
        .enumerate()
        .map(|(number, shop)| {
            let sender = sender.clone();
            thread::spawn(move || {
                for cents in shop {
                    sender.send((number, cents)).unwrap();
                }
            })
        })
        .collect();
    drop(sender);

    let mut total = 0;
    while let Ok((number, cents)) = receiver.recv() {
        journal(number, cents);
        total += cents;
    }
    for thread in threads {
        thread.join().unwrap();
    }
    total
}
