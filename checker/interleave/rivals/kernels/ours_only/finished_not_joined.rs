//! A thread that has ended is taken for one that has succeeded.
//!
//! Source: the documentation of `JoinHandle::is_finished`; task leaks in Tu et al. (2019).
//! Goes wrong: whoever is not finished at that moment is given up, result and all.
//! Expected: race.

use std::thread;

pub fn body<const FIXED: bool>() {
    let workers = [1, 2].map(|number| thread::spawn(move || number));
    let mut total = 0;
    for worker in workers {
        if FIXED || worker.is_finished() {
            total += worker.join().unwrap();
        }
    }
    assert_eq!(total, 3, "a result is given up");
}
