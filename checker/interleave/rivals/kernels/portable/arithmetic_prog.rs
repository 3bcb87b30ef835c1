//! One thread hands out 1, 2 and 3; another adds them up.
//!
//! Source: SCTBench, `CS.arithmetic_prog_bad`.
//! Goes wrong: the adder takes "nothing new" for "nothing more" and stops
//! before the last number came.
//! Expected: race.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

#[derive(Default)]
struct Slot {
    number: u32,
    finished: bool,
}

pub fn body<const FIXED: bool>() {
    let shared = Arc::new((Mutex::new(Slot::default()), Condvar::new()));
    let theirs = Arc::clone(&shared);
    let giver = thread::spawn(move || {
        let (slot, changed) = &*theirs;
        for number in 1..=2 {
            let mut slot = slot.lock().unwrap();
            while slot.number != 0 {
                slot = changed.wait(slot).unwrap();
            }
            slot.number = number;
            changed.notify_all();
        }
        slot.lock().unwrap().finished = true;
        changed.notify_all();
    });
    let (slot, changed) = &*shared;
    let mut total = 0;
    loop {
        let mut slot = slot.lock().unwrap();
        while slot.number == 0 && !slot.finished {
            slot = changed.wait(slot).unwrap();
        }
        if slot.finished && (slot.number == 0 || !FIXED) {
            break;
        }
        total += slot.number;
        slot.number = 0;
        changed.notify_all();
    }
    giver.join().unwrap();
    assert_eq!(total, 3, "the last number was left");
}
