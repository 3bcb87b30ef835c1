//! Three stages, each a thread, with a channel between them.
//!
//! Goes wrong: the second item takes a shortcut past the middle stage.
//! Expected: race.

use std::sync::mpsc;
use std::thread;

pub fn body<const FIXED: bool>() {
    let (raw, to_double) = mpsc::channel();
    let (doubled, results) = mpsc::channel();
    let shortcut = doubled.clone();
    let source = thread::spawn(move || {
        raw.send(1).unwrap();
        if FIXED {
            raw.send(2).unwrap();
        } else {
            shortcut.send(4).unwrap();
        }
        raw.send(3).unwrap();
    });
    let middle = thread::spawn(move || {
        for _ in 0..if FIXED { 3 } else { 2 } {
            let item: u32 = to_double.recv().unwrap();
            doubled.send(2 * item).unwrap();
        }
    });
    let sink = thread::spawn(move || {
        let mut got = [0; 3];
        for slot in &mut got {
            *slot = results.recv().unwrap();
        }
        assert_eq!(got, [2, 4, 6], "an item has overtaken another");
    });
    source.join().unwrap();
    middle.join().unwrap();
    sink.join().unwrap();
}
