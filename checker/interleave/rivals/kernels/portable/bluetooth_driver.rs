//! A driver counts who is inside, so that it stops only once nobody is.
//!
//! Source: Qadeer and Wu, "KISS: Keep It Simple and Sequential" (PLDI 2004);
//! SCTBench, `CS.bluetooth_driver_bad`.
//! Goes wrong: a thread looks at `stopping`, then is counted: the driver stops
//! in between.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering::SeqCst};
use std::thread;

struct Driver {
    pending: AtomicI32,
    stopping: AtomicBool,
    stopped: AtomicBool,
}

impl Driver {
    fn leave(&self) {
        if self.pending.fetch_sub(1, SeqCst) == 1 {
            self.stopped.store(true, SeqCst);
        }
    }

    fn enter<const FIXED: bool>(&self) -> bool {
        if FIXED {
            // Counted first, so that a stop waits for this thread.
            self.pending.fetch_add(1, SeqCst);
            if self.stopping.load(SeqCst) {
                self.leave();
                return false;
            }
            return true;
        }
        if self.stopping.load(SeqCst) {
            return false;
        }
        self.pending.fetch_add(1, SeqCst);
        true
    }
}

pub fn body<const FIXED: bool>() {
    let driver = Arc::new(Driver {
        pending: AtomicI32::new(1),
        stopping: AtomicBool::new(false),
        stopped: AtomicBool::new(false),
    });
    let theirs = Arc::clone(&driver);
    let request = thread::spawn(move || {
        if theirs.enter::<FIXED>() {
            assert!(!theirs.stopped.load(SeqCst), "a stopped driver is used");
            theirs.leave();
        }
    });
    driver.stopping.store(true, SeqCst);
    driver.leave();
    request.join().unwrap();
}
