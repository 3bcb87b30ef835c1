//! Two values are made on first use, each with the help of the other.
//!
//! Source: the static initialisers of Java (JLS 12.4.2), class init deadlock;
//! JDK-8037567 and others.
//! Goes wrong: each thread is inside one initialiser and waits for the other.
//! Expected: deadlock.

use std::sync::{Arc, Once};
use std::thread;

pub fn body<const FIXED: bool>() {
    let values = Arc::new((Once::new(), Once::new()));
    let theirs = Arc::clone(&values);
    let other = thread::spawn(move || theirs.0.call_once(|| theirs.1.call_once(|| {})));
    values.1.call_once(|| {
        if !FIXED {
            values.0.call_once(|| {});
        }
    });
    other.join().unwrap();
}
