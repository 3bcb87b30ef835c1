//! A ring for one sender and one receiver, whose index moves with Relaxed.
//!
//! Source: Lamport's ring (1977); the SPSC queues of folly and crossbeam.
//! Goes wrong: the receiver has the new index and not the slot.
//! Expected: data race.

use std::cell::UnsafeCell;
use std::sync::Arc;
use std::sync::atomic::{
    AtomicUsize,
    Ordering::{Acquire, Relaxed, Release},
};
use std::thread;

struct Ring {
    slots: [UnsafeCell<u32>; 2],
    sent: AtomicUsize,
}

// SAFETY: what the kernel gets wrong, unless it is fixed.
unsafe impl Sync for Ring {}

pub fn body<const FIXED: bool>() {
    let ring = Arc::new(Ring {
        slots: [0, 0].map(UnsafeCell::new),
        sent: AtomicUsize::new(0),
    });
    let theirs = Arc::clone(&ring);
    let sender = thread::spawn(move || {
        for at in 0..2 {
            // SAFETY: the receiver does not read this slot yet.
            unsafe { *theirs.slots[at].get() = 5 };
            theirs
                .sent
                .store(at + 1, if FIXED { Release } else { Relaxed });
        }
    });
    let there = ring.sent.load(Acquire);
    for slot in &ring.slots[..there] {
        // SAFETY: the sender has gone on, if it is fixed.
        assert_eq!(unsafe { *slot.get() }, 5);
    }
    sender.join().unwrap();
}
