//! Takers and a giver sleep on one condition, and one of them is woken.
//!
//! Source: Lea, "Concurrent Programming in Java"; the bounded buffer of the
//! Heisenbug papers (Ben-Asher, Eytani, Farchi and Ur, 2006).
//! Goes wrong: a taker wakes the other taker, and the giver sleeps on.
//! Expected: lost wakeup.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

struct Slot {
    item: Mutex<Option<u32>>,
    changed: Condvar,
}

impl Slot {
    fn ring<const FIXED: bool>(&self) {
        if FIXED {
            self.changed.notify_all();
        } else {
            self.changed.notify_one();
        }
    }

    fn take<const FIXED: bool>(&self) {
        let mut item = self.item.lock().unwrap();
        while item.take().is_none() {
            item = self.changed.wait(item).unwrap();
        }
        self.ring::<FIXED>();
    }
}

pub fn body<const FIXED: bool>() {
    let slot = Arc::new(Slot {
        item: Mutex::new(None),
        changed: Condvar::new(),
    });
    let takers = [(); 2].map(|()| {
        let slot = Arc::clone(&slot);
        thread::spawn(move || slot.take::<FIXED>())
    });
    for number in 0..2 {
        let mut item = slot.item.lock().unwrap();
        while item.is_some() {
            item = slot.changed.wait(item).unwrap();
        }
        *item = Some(number);
        slot.ring::<FIXED>();
    }
    for thread in takers {
        thread.join().unwrap();
    }
}
