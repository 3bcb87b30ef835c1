//! A value is set by whoever finds it missing.
//!
//! Source: check-then-act on `OnceLock`; why `get_or_init` exists.
//! Goes wrong: both find it missing, and the second `set` fails.
//! Expected: race.

use std::sync::{Arc, OnceLock};
use std::thread;

pub fn body<const FIXED: bool>() {
    let config = Arc::new(OnceLock::new());
    let threads = [1, 2].map(|value| {
        let config = Arc::clone(&config);
        thread::spawn(move || {
            if FIXED {
                config.get_or_init(|| value);
            } else if config.get().is_none() {
                config.set(value).expect("it is set already");
            }
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
}
