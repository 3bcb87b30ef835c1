//! A file system gives out blocks to files.
//!
//! Source: Flanagan and Godefroid, "Dynamic Partial-Order Reduction for Model
//! Checking Software" (POPL 2005); SCTBench, `CS.fsbench_bad`.
//! Goes wrong: the lock of the block covers the look and the mark one at a
//! time, so two files get one block.
//! Expected: race.

use std::sync::{Arc, Mutex};
use std::thread;

fn allocate<const FIXED: bool>(busy: &[Mutex<bool>; 3]) -> usize {
    for (number, block) in busy.iter().enumerate() {
        if FIXED {
            let mut taken = block.lock().unwrap();
            if !*taken {
                *taken = true;
                return number;
            }
        } else if !*block.lock().unwrap() {
            *block.lock().unwrap() = true;
            return number;
        }
    }
    panic!("the disk is full");
}

pub fn body<const FIXED: bool>() {
    let busy = Arc::new([false; 3].map(Mutex::new));
    let threads = [(); 2].map(|()| {
        let busy = Arc::clone(&busy);
        thread::spawn(move || allocate::<FIXED>(&busy))
    });
    let [a, b] = threads.map(|thread| thread.join().unwrap());
    assert_ne!(a, b, "two files share a block");
}
