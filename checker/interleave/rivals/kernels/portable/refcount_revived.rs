//! A weak handle becomes a strong one while the last strong one goes.
//!
//! Source: `weak_ptr::lock` and `Weak::upgrade`, which loop for this reason.
//! Goes wrong: the count is seen above 0, falls to 0, and is raised again.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::thread;

struct Shared {
    strong: AtomicU32,
    freed: AtomicBool,
}

impl Shared {
    fn upgrade<const FIXED: bool>(&self) -> bool {
        loop {
            let seen = self.strong.load(SeqCst);
            if seen == 0 {
                return false;
            }
            if !FIXED {
                self.strong.fetch_add(1, SeqCst);
                return true;
            }
            let raised = self.strong.compare_exchange(seen, seen + 1, SeqCst, SeqCst);
            if raised.is_ok() {
                return true;
            }
        }
    }

    fn drop_strong(&self) {
        if self.strong.fetch_sub(1, SeqCst) == 1 {
            self.freed.store(true, SeqCst);
        }
    }
}

pub fn body<const FIXED: bool>() {
    let shared = Arc::new(Shared {
        strong: AtomicU32::new(1),
        freed: AtomicBool::new(false),
    });
    let theirs = Arc::clone(&shared);
    let weak = thread::spawn(move || {
        if theirs.upgrade::<FIXED>() {
            assert!(!theirs.freed.load(SeqCst), "used after it was freed");
            theirs.drop_strong();
        }
    });
    shared.drop_strong();
    weak.join().unwrap();
}
