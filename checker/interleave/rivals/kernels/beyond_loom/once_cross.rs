//! Two values are made on first use, each with the help of the other.
//!
//! Source: the static initialisers of Java (JLS 12.4.2), class init deadlock;
//! JDK-8037567 and others.
//! Goes wrong: each thread is inside one initialiser and waits for the other.
//! Expected: deadlock.

use std::sync::{Arc, OnceLock};
use std::thread;

pub fn body<const FIXED: bool>() {
    let values = Arc::new((OnceLock::new(), OnceLock::new()));
    let theirs = Arc::clone(&values);
    let other = thread::spawn(move || {
        *theirs.0.get_or_init(|| 1 + *theirs.1.get_or_init(|| 1))
    });
    let second = values.1.get_or_init(|| {
        if FIXED {
            1
        } else {
            1 + *values.0.get_or_init(|| 1)
        }
    });
    assert!(*second <= 3);
    assert!(other.join().unwrap() <= 3);
}
