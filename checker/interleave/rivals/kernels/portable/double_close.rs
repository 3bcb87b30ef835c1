//! Two threads close one connection.
//!
//! Source: GoBench, double close of a channel (serving 4973, docker 24007).
//! Goes wrong: both find it open, both close it.
//! Expected: race.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let connection = Arc::new((AtomicBool::new(false), Mutex::new(Some(()))));
    let close = |()| {
        let connection = Arc::clone(&connection);
        thread::spawn(move || {
            if FIXED {
                if connection.0.swap(true, SeqCst) {
                    return;
                }
            } else {
                if connection.0.load(SeqCst) {
                    return;
                }
                connection.0.store(true, SeqCst);
            }
            let open = connection.1.lock().unwrap().take();
            open.expect("it is closed already");
        })
    };
    for thread in [(); 2].map(close) {
        thread.join().unwrap();
    }
}
