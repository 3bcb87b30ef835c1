//! Transfers lock both accounts, the payer's first.
//!
//! Source: Goetz, "Java Concurrency in Practice" (2006), dynamic lock order.
//! Goes wrong: three customers pay each other in a ring, and two in opposite
//! directions are enough.
//! Expected: deadlock.

use std::sync::{Arc, Mutex};
use std::thread;

fn transfer<const FIXED: bool>(bank: &[Mutex<i32>; 3], from: usize, to: usize) {
    if FIXED && to < from {
        let mut payee = bank[to].lock().unwrap();
        let mut payer = bank[from].lock().unwrap();
        *payer -= 1;
        *payee += 1;
    } else {
        let mut payer = bank[from].lock().unwrap();
        let mut payee = bank[to].lock().unwrap();
        *payer -= 1;
        *payee += 1;
    }
}

pub fn body<const FIXED: bool>() {
    let bank = Arc::new([5, 5, 5].map(Mutex::new));
    let threads = [(0, 1), (1, 2), (2, 1)].map(|(from, to)| {
        let bank = Arc::clone(&bank);
        thread::spawn(move || transfer::<FIXED>(&bank, from, to))
    });
    for thread in threads {
        thread.join().unwrap();
    }
    let total: i32 = bank.iter().map(|account| *account.lock().unwrap()).sum();
    assert_eq!(total, 15);
}
