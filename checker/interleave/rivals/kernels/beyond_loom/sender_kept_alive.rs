//! A receiver reads until all senders are gone; one is kept in a registry.
//!
//! Source: GoBench, channel never closed; the Rust Book's chapter 16 as a trap.
//! Goes wrong: a worker that starts after the shutdown registers its sender
//! again, and nobody drops it.
//! Expected: deadlock.

use std::sync::mpsc;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let (sender, receiver) = mpsc::channel();
    let registry = Arc::new(Mutex::new((false, Vec::new())));
    let theirs = Arc::clone(&registry);
    let worker = thread::spawn(move || {
        sender.send(1).unwrap();
        let mut registry = theirs.lock().unwrap();
        if !(FIXED && registry.0) {
            registry.1.push(sender);
        }
    });
    let mut total = receiver.recv().unwrap();
    {
        let mut registry = registry.lock().unwrap();
        registry.0 = true;
        registry.1.clear();
    }
    while let Ok(more) = receiver.recv() {
        total += more;
    }
    worker.join().unwrap();
    assert_eq!(total, 1);
}
