//! Many senders claim slots of one queue.
//!
//! Source: the multi-producer queue of Michael and Scott (PODC 1996) needs an
//! exchange here; the slip is the usual one.
//! Goes wrong: two senders claim one slot, and one message is gone.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::SeqCst};
use std::thread;

pub fn body<const FIXED: bool>() {
    let queue = Arc::new((AtomicUsize::new(0), [0; 3].map(AtomicU32::new)));
    let senders = [1, 2, 3].map(|message| {
        let queue = Arc::clone(&queue);
        thread::spawn(move || {
            let slot = if FIXED {
                queue.0.fetch_add(1, SeqCst)
            } else {
                let slot = queue.0.load(SeqCst);
                queue.0.store(slot + 1, SeqCst);
                slot
            };
            queue.1[slot].store(message, SeqCst);
        })
    });
    for sender in senders {
        sender.join().unwrap();
    }
    let sum: u32 = queue.1.iter().map(|slot| slot.load(SeqCst)).sum();
    assert_eq!(sum, 6, "a message is gone");
}
