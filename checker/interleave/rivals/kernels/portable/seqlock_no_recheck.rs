//! A pair of numbers under a sequence count.
//!
//! Source: Boehm, "Can Seqlocks Get Along With Programming Language Memory
//! Models?" (MSPC 2012).
//! Goes wrong: the reader looks at the count before it reads, but not after.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

#[derive(Default)]
struct Pair {
    sequence: AtomicU32,
    a: AtomicU32,
    b: AtomicU32,
}

impl Pair {
    fn write(&self, value: u32) {
        self.sequence.fetch_add(1, SeqCst);
        self.a.store(value, SeqCst);
        self.b.store(value, SeqCst);
        self.sequence.fetch_add(1, SeqCst);
    }

    fn read<const FIXED: bool>(&self) -> Option<(u32, u32)> {
        let before = self.sequence.load(SeqCst);
        let seen = (self.a.load(SeqCst), self.b.load(SeqCst));
        if FIXED && self.sequence.load(SeqCst) != before {
            return None;
        }
        before.is_multiple_of(2).then_some(seen)
    }
}

pub fn body<const FIXED: bool>() {
    let pair = Arc::new(Pair::default());
    let theirs = Arc::clone(&pair);
    let writer = thread::spawn(move || theirs.write(1));
    if let Some((a, b)) = pair.read::<FIXED>() {
        assert_eq!(a, b, "half of a write was read");
    }
    writer.join().unwrap();
}
