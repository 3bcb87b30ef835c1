//! Two senders, and a receiver who takes their order for granted.
//!
//! Source: GoBench and Tu et al. (2019), message ordering; the actor bugs of
//! Torres Lopez et al. (2018).
//! Goes wrong: "stop" overtakes the last item of the other sender.
//! Expected: race.

use std::sync::mpsc;
use std::thread;

pub fn body<const FIXED: bool>() {
    let (items, inbox) = mpsc::channel();
    let control = items.clone();
    let worker = thread::spawn(move || items.send(Some(1)).unwrap());
    let stopper = thread::spawn(move || {
        if FIXED {
            worker.join().unwrap();
            control.send(None).unwrap();
        } else {
            control.send(None).unwrap();
            worker.join().unwrap();
        }
    });
    let mut total = 0;
    while let Ok(Some(item)) = inbox.recv() {
        total += item;
    }
    stopper.join().unwrap();
    assert_eq!(total, 1, "an item came after the stop");
}
