//! A readers-writer lock by a count and a flag.
//!
//! Source: Courtois, Heymans and Parnas (1971), with the entry in two steps.
//! Goes wrong: the reader sees no writer, the writer sees no reader, and both enter.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::thread;

#[derive(Default)]
struct Lock {
    readers: AtomicU32,
    writer: AtomicBool,
    value: [AtomicU32; 2],
}

impl Lock {
    fn read<const FIXED: bool>(&self) -> bool {
        if FIXED {
            self.readers.fetch_add(1, SeqCst);
            if !self.writer.load(SeqCst) {
                return true;
            }
            self.readers.fetch_sub(1, SeqCst);
            return false;
        }
        if self.writer.load(SeqCst) {
            return false;
        }
        self.readers.fetch_add(1, SeqCst);
        true
    }

    fn write(&self) -> bool {
        self.writer.store(true, SeqCst);
        let alone = self.readers.load(SeqCst) == 0;
        if alone {
            self.value[0].store(1, SeqCst);
            self.value[1].store(1, SeqCst);
        }
        self.writer.store(false, SeqCst);
        alone
    }
}

pub fn body<const FIXED: bool>() {
    let lock = Arc::new(Lock::default());
    let theirs = Arc::clone(&lock);
    let writer = thread::spawn(move || theirs.write());
    if lock.read::<FIXED>() {
        let seen = [0, 1].map(|i| lock.value[i].load(SeqCst));
        assert_eq!(seen[0], seen[1], "read while it was written");
        lock.readers.fetch_sub(1, SeqCst);
    }
    writer.join().unwrap();
}
