//! Only a thread that says it sleeps is unparked.
//!
//! Source: the lost wakeup of the Solaris and Linux sleep queues; Rust's own
//! channel and lock code keeps it out by a second look.
//! Goes wrong: it looked, found nothing, and says it sleeps after the other
//! has looked at that.
//! Expected: lost wakeup.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

pub fn body<const FIXED: bool>() {
    let shared = Arc::new((AtomicBool::new(false), AtomicBool::new(false)));
    let main = thread::current();
    let theirs = Arc::clone(&shared);
    let giver = thread::spawn(move || {
        theirs.0.store(true, SeqCst);
        if theirs.1.load(SeqCst) {
            main.unpark();
        }
    });
    if FIXED {
        // Says so first, then looks.
        shared.1.store(true, SeqCst);
        while !shared.0.load(SeqCst) {
            thread::park();
        }
    } else if !shared.0.load(SeqCst) {
        shared.1.store(true, SeqCst);
        thread::park();
    }
    giver.join().unwrap();
}
