//! expect: passed
//!
//! Tickets arrive over a channel in any order, and are sorted at the end.

use std::sync::mpsc;
use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let (sender, receiver) = mpsc::channel();
    for name in customers {
        let sender = sender.clone();
        thread::spawn(move || sender.send((draw(&name), name)).unwrap());
    }
    drop(sender);
    let mut queue: Vec<(u32, String)> = receiver.into_iter().collect();
    queue.sort();
    queue.into_iter().map(|(_, name)| name).collect()
}
