//! A receiver holds a lock while it waits for a message.
//!
//! Source: GoBench, lock with channel (etcd 6857, kubernetes 10182).
//! Goes wrong: the sender needs the lock before it can send.
//! Expected: deadlock.

use std::sync::mpsc;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let (sender, receiver) = mpsc::channel();
    let status = Arc::new(Mutex::new(0));
    let theirs = Arc::clone(&status);
    let reporter = thread::spawn(move || {
        let seen = *theirs.lock().unwrap();
        sender.send(seen).unwrap();
    });
    let mut held = status.lock().unwrap();
    if FIXED {
        drop(held);
        receiver.recv().unwrap();
    } else {
        *held = receiver.recv().unwrap();
        drop(held);
    }
    reporter.join().unwrap();
}
