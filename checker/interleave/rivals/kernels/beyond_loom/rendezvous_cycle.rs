//! Two peers greet each other over channels without room.
//!
//! Source: GoBench, unbuffered channels in a cycle; Hoare's CSP.
//! Goes wrong: if both find the other silent, both send first and nobody receives.
//! Expected: deadlock.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc::sync_channel;
use std::thread;

pub fn body<const FIXED: bool>() {
    let (to_a, at_a) = sync_channel(0);
    let (to_b, at_b) = sync_channel(0);
    let spoken = Arc::new(AtomicBool::new(false));
    let theirs = Arc::clone(&spoken);
    let first = move |spoken: &AtomicBool| {
        if FIXED {
            return !spoken.swap(true, SeqCst);
        }
        let first = !spoken.load(SeqCst);
        spoken.store(true, SeqCst);
        first
    };
    let peer = thread::spawn(move || {
        if first(&theirs) {
            to_a.send(1).unwrap();
            at_b.recv().unwrap()
        } else {
            let got = at_b.recv().unwrap();
            to_a.send(1).unwrap();
            got
        }
    });
    if first(&spoken) {
        to_b.send(2).unwrap();
        at_a.recv().unwrap();
    } else {
        at_a.recv().unwrap();
        to_b.send(2).unwrap();
    }
    assert_eq!(peer.join().unwrap(), 2);
}
