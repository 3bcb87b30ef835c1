//! A counted object that the last user takes down.
//!
//! Source: the fence in `Arc::drop`; Bos, "Rust Atomics and Locks", ch. 6.
//! Goes wrong: with Relaxed nothing orders the other's use before the end.
//! Expected: data race.

use std::cell::UnsafeCell;
use std::sync::Arc;
use std::sync::atomic::{
    AtomicUsize,
    Ordering::{AcqRel, Relaxed},
};
use std::thread;

struct Counted(AtomicUsize, [UnsafeCell<u32>; 2]);

// SAFETY: what the kernel gets wrong, unless it is fixed.
unsafe impl Sync for Counted {}

pub fn body<const FIXED: bool>() {
    let object = Arc::new(Counted(AtomicUsize::new(2), [0, 0].map(UnsafeCell::new)));
    let users = [0, 1].map(|me| {
        let object = Arc::clone(&object);
        thread::spawn(move || {
            // SAFETY: each user has a cell of its own.
            unsafe { *object.1[me].get() += 1 };
            let order = if FIXED { AcqRel } else { Relaxed };
            if object.0.fetch_sub(1, order) == 1 {
                for cell in &object.1 {
                    // SAFETY: all others have gone, if it is fixed.
                    unsafe { *cell.get() = 99 };
                }
            }
        })
    });
    for user in users {
        user.join().unwrap();
    }
}
