//! A pool calls its owner back under its lock, and the owner calls the pool.
//!
//! Source: JaConTeBe, `dbcp1` (DBCP-65): pool and connection lock each other.
//! Goes wrong: one thread goes pool then owner, the other owner then pool.
//! Expected: deadlock.

use std::sync::{Arc, Mutex};
use std::thread;

#[derive(Default)]
struct Shop {
    pool: Mutex<Vec<u32>>,
    owner: Mutex<u32>,
}

impl Shop {
    fn evict<const FIXED: bool>(&self) {
        let mut pool = self.pool.lock().unwrap();
        let old = pool.pop();
        if FIXED {
            drop(pool);
        }
        if old.is_some() {
            *self.owner.lock().unwrap() += 1;
        }
    }

    fn close(&self) {
        let closed = self.owner.lock().unwrap();
        self.pool.lock().unwrap().push(*closed);
    }
}

pub fn body<const FIXED: bool>() {
    let shop = Arc::new(Shop::default());
    shop.pool.lock().unwrap().push(7);
    let theirs = Arc::clone(&shop);
    let closer = thread::spawn(move || theirs.close());
    shop.evict::<FIXED>();
    closer.join().unwrap();
}
