//! A number is taken out under the lock, changed, and put back.
//!
//! Source: the atomicity violation of Flanagan and Qadeer, "A Type and Effect
//! System for Atomicity" (PLDI 2003): no data race, and wrong.
//! Goes wrong: both take out the same number.
//! Expected: race.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn body<const FIXED: bool>() {
    let stock = Arc::new(Mutex::new(10));
    let buyers = [3, 4].map(|amount| {
        let stock = Arc::clone(&stock);
        thread::spawn(move || {
            if FIXED {
                *stock.lock().unwrap() -= amount;
            } else {
                let seen = *stock.lock().unwrap();
                *stock.lock().unwrap() = seen - amount;
            }
        })
    });
    for buyer in buyers {
        buyer.join().unwrap();
    }
    assert_eq!(*stock.lock().unwrap(), 3, "a sale is forgotten");
}
