//! expect: passed
//!
//! Keeps the first sender and counts: each shop says when it closes, and head office waits for as many
//! closings as there are shops.

use std::sync::mpsc;
use std::thread;

pub fn run_day<S, J>(shops: Vec<S>, mut journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let (sender, receiver) = mpsc::channel();
    let mut open = shops.len();
    for (number, shop) in shops.into_iter().enumerate() {
        let sender = sender.clone();
        thread::spawn(move || {
            for cents in shop {
                sender.send(Message::Sale(number, cents)).unwrap();
            }
            sender.send(Message::Closed).unwrap();
        });
    }

    let mut total = 0;
    while open > 0 {
        match receiver.recv().expect("the first sender is still here") {
            Message::Sale(number, cents) => {
                journal(number, cents);
                total += cents;
            }
            Message::Closed => open -= 1,
        }
    }
    total
}

enum Message {
    Sale(usize, u64),
    Closed,
}
