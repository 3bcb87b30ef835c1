//! A sender holds a lock while the channel is full.
//!
//! Source: GoBench, lock with channel (moby 28462, kubernetes 6632).
//! Goes wrong: the receiver wants the lock before it receives.
//! Expected: deadlock.

use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let (sender, receiver) = sync_channel(1);
    let sent = Arc::new(Mutex::new(0));
    let theirs = Arc::clone(&sent);
    let producer = thread::spawn(move || {
        for item in 0..2 {
            let mut count = theirs.lock().unwrap();
            *count += 1;
            if FIXED {
                drop(count);
                sender.send(item).unwrap();
            } else {
                sender.send(item).unwrap();
            }
        }
    });
    assert!(*sent.lock().unwrap() <= 2);
    for _ in 0..2 {
        receiver.recv().unwrap();
        assert!(*sent.lock().unwrap() <= 2);
    }
    producer.join().unwrap();
}
