//! A child uses what its parent sets after it has started the child.
//!
//! Source: the Mozilla order violation (`mThread`) in Lu et al. (ASPLOS 2008).
//! Goes wrong: the child runs before the parent goes on.
//! Expected: race.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let handle = Arc::new(Mutex::new(None));
    let theirs = Arc::clone(&handle);
    let set = || *handle.lock().unwrap() = Some(1);
    if FIXED {
        set();
    }
    let child = thread::spawn(move || {
        let mine = *theirs.lock().unwrap();
        assert_eq!(mine, Some(1), "used before it was set");
    });
    if !FIXED {
        set();
    }
    child.join().unwrap();
}
