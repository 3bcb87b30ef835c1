//! Four threads pass a number on round a ring.
//!
//! Source: SCTBench, `CS.token_ring_bad`.
//! Goes wrong: each thread computes from its neighbour's number as it happens
//! to be; only the order of their making gives the result.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

pub fn body<const FIXED: bool>() {
    let ring = Arc::new([0; 4].map(AtomicU32::new));
    let mut waiting = Vec::new();
    for i in 1..4 {
        let ring = Arc::clone(&ring);
        let node = thread::spawn(move || {
            let before = ring[i - 1].load(SeqCst);
            ring[i].store(before + 1, SeqCst);
        });
        if FIXED {
            node.join().unwrap();
        } else {
            waiting.push(node);
        }
    }
    for node in waiting {
        node.join().unwrap();
    }
    assert_eq!(ring[3].load(SeqCst), 3, "the token did not go round");
}
