//! Money moves between accounts while an audit adds them up.
//!
//! Source: the bank of SCTBench `CS.account` and IBM's ConTest benchmarks.
//! Goes wrong: the transfer gives the first lock back before it takes the second,
//! so the money is nowhere for a moment.
//! Expected: race.

use std::sync::{Arc, Mutex};
use std::thread;

fn transfer<const FIXED: bool>(bank: &[Mutex<i32>; 2]) {
    let mut from = bank[0].lock().unwrap();
    *from -= 5;
    if FIXED {
        *bank[1].lock().unwrap() += 5;
    } else {
        drop(from);
        *bank[1].lock().unwrap() += 5;
    }
}

pub fn body<const FIXED: bool>() {
    let bank = Arc::new([10, 10].map(Mutex::new));
    let theirs = Arc::clone(&bank);
    let teller = thread::spawn(move || transfer::<FIXED>(&theirs));
    let (a, b) = (bank[0].lock().unwrap(), bank[1].lock().unwrap());
    let total = *a + *b;
    drop((a, b));
    teller.join().unwrap();
    assert_eq!(total, 20, "the audit saw money that was nowhere");
}
