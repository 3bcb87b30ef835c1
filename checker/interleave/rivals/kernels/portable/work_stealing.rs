//! A work-stealing deque, where owner and thief may want the same last job.
//!
//! Source: Arora, Blumofe and Plaxton (SPAA 1998); SCTBench, `CHESS.WSQ`.
//! Goes wrong: the owner takes the last job without the exchange on `top`.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicI32, AtomicU32, Ordering::SeqCst};
use std::thread;

struct Deque {
    top: AtomicI32,
    bottom: AtomicI32,
    taken: [AtomicU32; 2],
}

impl Deque {
    fn steal(&self) {
        let top = self.top.load(SeqCst);
        if top >= self.bottom.load(SeqCst) {
            return;
        }
        let won = self.top.compare_exchange(top, top + 1, SeqCst, SeqCst);
        if won.is_ok() {
            self.taken[top as usize].fetch_add(1, SeqCst);
        }
    }

    fn pop<const FIXED: bool>(&self) {
        let job = self.bottom.load(SeqCst) - 1;
        self.bottom.store(job, SeqCst);
        let top = self.top.load(SeqCst);
        let mut mine = job >= top;
        if job <= top {
            if FIXED && job == top {
                let won = self.top.compare_exchange(top, top + 1, SeqCst, SeqCst);
                mine = won.is_ok();
            }
            self.bottom
                .store(job.max(top) + i32::from(job == top), SeqCst);
        }
        if mine {
            self.taken[job as usize].fetch_add(1, SeqCst);
        }
    }
}

pub fn body<const FIXED: bool>() {
    let deque = Arc::new(Deque {
        top: AtomicI32::new(0),
        bottom: AtomicI32::new(2),
        taken: [0, 0].map(AtomicU32::new),
    });
    let theirs = Arc::clone(&deque);
    let thief = thread::spawn(move || theirs.steal());
    deque.pop::<FIXED>();
    deque.pop::<FIXED>();
    thief.join().unwrap();
    for taken in &deque.taken {
        assert!(taken.load(SeqCst) <= 1, "a job was done twice");
    }
}
