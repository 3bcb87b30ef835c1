//! A log is closed and opened anew while others write.
//!
//! Source: MySQL 791 in Lu et al. (ASPLOS 2008) and Yu and Narayanasamy (ISCA 2009).
//! Goes wrong: between the two steps the log is closed, and a line is lost.
//! Expected: race.

use std::sync::{Arc, Mutex};
use std::thread;

#[derive(Default)]
struct Log {
    open: bool,
    lines: u32,
}

pub fn body<const FIXED: bool>() {
    let log = Arc::new(Mutex::new(Log {
        open: true,
        lines: 0,
    }));
    let theirs = Arc::clone(&log);
    let writer = thread::spawn(move || {
        let mut log = theirs.lock().unwrap();
        if log.open {
            log.lines += 1;
        }
    });
    if FIXED {
        let mut log = log.lock().unwrap();
        log.open = false;
        log.open = true;
    } else {
        log.lock().unwrap().open = false;
        log.lock().unwrap().open = true;
    }
    writer.join().unwrap();
    assert_eq!(log.lock().unwrap().lines, 1, "a line is lost");
}
