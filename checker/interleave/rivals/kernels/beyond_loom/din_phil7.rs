//! Seven philosophers, each takes the left fork and then the right one.
//!
//! Source: Dijkstra 1971; SCTBench, `CS.din_phil7_sat`.
//! Goes wrong: all seven must hold one fork each at once, so a random
//! scheduler seldom sees it.
//! Expected: deadlock.

use std::sync::{Arc, Mutex};
use std::thread;

const SEATS: usize = 7;

pub fn body<const FIXED: bool>() {
    let forks = Arc::new([0; SEATS].map(Mutex::new));
    let threads = [0, 1, 2, 3, 4, 5, 6].map(|seat| {
        let forks = Arc::clone(&forks);
        thread::spawn(move || {
            let right = (seat + 1) % SEATS;
            let (first, second) = if FIXED && seat == SEATS - 1 {
                (right, seat)
            } else {
                (seat, right)
            };
            let mut a = forks[first].lock().unwrap();
            let mut b = forks[second].lock().unwrap();
            *a += 1;
            *b += 1;
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
}
