//! Four philosophers, each takes the left fork and then the right one.
//!
//! Source: Dijkstra 1971; SCTBench, `CS.din_phil4_sat`.
//! Goes wrong: all take their left forks and none is left.
//! Expected: deadlock.

use std::sync::{Arc, Mutex};
use std::thread;

const SEATS: usize = 4;

pub fn body<const FIXED: bool>() {
    let forks = Arc::new([0; SEATS].map(Mutex::new));
    let threads = [0, 1, 2, 3].map(|seat| {
        let forks = Arc::clone(&forks);
        thread::spawn(move || {
            let right = (seat + 1) % SEATS;
            // One left-handed guest is enough.
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
