//! A queue with one place, a giver and a taker of two items.
//!
//! Goes wrong: the lock is given back between the look and the wait.
//! Expected: lost wakeup.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

struct Queue {
    place: Mutex<Option<u32>>,
    changed: Condvar,
}

impl Queue {
    /// Swaps the content once it is as wanted.
    fn turn<const FIXED: bool>(&self, full: bool, next: Option<u32>) -> Option<u32> {
        let mut place = self.place.lock().unwrap();
        while place.is_some() != full {
            if !FIXED {
                drop(place);
                place = self.place.lock().unwrap();
            }
            place = self.changed.wait(place).unwrap();
        }
        let before = place.take();
        *place = next;
        self.changed.notify_one();
        before
    }
}

pub fn body<const FIXED: bool>() {
    let queue = Arc::new(Queue {
        place: Mutex::new(None),
        changed: Condvar::new(),
    });
    let theirs = Arc::clone(&queue);
    let giver = thread::spawn(move || {
        theirs.turn::<FIXED>(false, Some(1));
        theirs.turn::<FIXED>(false, Some(2));
    });
    assert_eq!(queue.turn::<FIXED>(true, None), Some(1));
    assert_eq!(queue.turn::<FIXED>(true, None), Some(2));
    giver.join().unwrap();
}
