//! A stack with its height beside it.
//!
//! Source: SCTBench, `CS.stack_bad`.
//! Goes wrong: the height and the items are guarded one after the other, so a
//! pop may see a height that has no item yet.
//! Expected: race.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let stack = Arc::new((Mutex::new(0), Mutex::new(Vec::new())));
    let theirs = Arc::clone(&stack);
    let pusher = thread::spawn(move || {
        for item in 0..2 {
            let mut height = theirs.0.lock().unwrap();
            *height += 1;
            if !FIXED {
                drop(height);
                theirs.1.lock().unwrap().push(item);
            } else {
                theirs.1.lock().unwrap().push(item);
            }
        }
    });
    for _ in 0..2 {
        let mut height = stack.0.lock().unwrap();
        if *height > 0 {
            *height -= 1;
            let item = stack.1.lock().unwrap().pop();
            assert!(item.is_some(), "the stack is lower than it says");
        }
    }
    pusher.join().unwrap();
}
