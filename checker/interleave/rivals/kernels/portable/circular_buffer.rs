//! A ring buffer between one sender and one receiver.
//!
//! Source: SCTBench, `CS.circular_buffer_bad`.
//! Goes wrong: the sender moves its index before it has filled the slot.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::SeqCst};
use std::thread;

struct Ring {
    slots: [AtomicU32; 2],
    sent: AtomicUsize,
}

impl Ring {
    fn send<const FIXED: bool>(&self, value: u32) {
        let at = self.sent.load(SeqCst);
        if !FIXED {
            self.sent.store(at + 1, SeqCst);
        }
        self.slots[at % 2].store(value, SeqCst);
        if FIXED {
            self.sent.store(at + 1, SeqCst);
        }
    }
}

pub fn body<const FIXED: bool>() {
    let ring = Arc::new(Ring {
        slots: [0, 0].map(AtomicU32::new),
        sent: AtomicUsize::new(0),
    });
    let theirs = Arc::clone(&ring);
    let sender = thread::spawn(move || {
        theirs.send::<FIXED>(7);
        theirs.send::<FIXED>(8);
    });
    let there = ring.sent.load(SeqCst);
    for at in 0..there {
        let value = ring.slots[at % 2].load(SeqCst);
        assert_eq!(value as usize, 7 + at, "an empty slot was read");
    }
    sender.join().unwrap();
}
