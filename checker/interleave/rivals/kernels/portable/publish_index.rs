//! A slot is filled, and its index published with Relaxed.
//!
//! Source: the publication pattern of McKenney's RCU papers, `rcu_assign_pointer`
//! left out.
//! Goes wrong: the index is seen before what is in the slot.
//! Expected: weak memory.

use std::sync::Arc;
use std::sync::atomic::{
    AtomicU32, AtomicUsize,
    Ordering::{Acquire, Relaxed, Release},
};
use std::thread;

pub fn body<const FIXED: bool>() {
    let publish = if FIXED { Release } else { Relaxed };
    let shared = Arc::new(([1, 0].map(AtomicU32::new), AtomicUsize::new(0)));
    let theirs = Arc::clone(&shared);
    let writer = thread::spawn(move || {
        theirs.0[1].store(2, Relaxed);
        theirs.1.store(1, publish);
    });
    let current = shared.1.load(Acquire);
    let value = shared.0[current].load(Relaxed);
    assert_ne!(value, 0, "an empty slot was published");
    writer.join().unwrap();
}
