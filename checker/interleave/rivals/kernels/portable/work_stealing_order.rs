//! A work-stealing deque, where the owner looks before it announces.
//!
//! Source: Chase and Lev (SPAA 2005); the order of the two steps is what the
//! fence in Lê et al. (PPoPP 2013) is for.
//! Goes wrong: the owner reads `top` before it has lowered `bottom`, so owner
//! and thief each see room for both.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicI32, AtomicU32, Ordering::SeqCst};
use std::thread;

pub fn body<const FIXED: bool>() {
    let deque = Arc::new((
        AtomicI32::new(0),
        AtomicI32::new(2),
        [0, 0].map(AtomicU32::new),
    ));
    let theirs = Arc::clone(&deque);
    let thief = thread::spawn(move || {
        for _ in 0..2 {
            let top = theirs.0.load(SeqCst);
            if top < theirs.1.load(SeqCst)
                && theirs
                    .0
                    .compare_exchange(top, top + 1, SeqCst, SeqCst)
                    .is_ok()
            {
                theirs.2[top as usize].fetch_add(1, SeqCst);
            }
        }
    });
    let (top, bottom, taken) = &*deque;
    let early = top.load(SeqCst);
    let job = bottom.load(SeqCst) - 1;
    bottom.store(job, SeqCst);
    let seen = if FIXED { top.load(SeqCst) } else { early };
    let wins = || top.compare_exchange(job, job + 1, SeqCst, SeqCst).is_ok();
    if job > seen || job == seen && wins() {
        taken[job as usize].fetch_add(1, SeqCst);
    }
    thief.join().unwrap();
    assert!(
        taken.iter().all(|t| t.load(SeqCst) <= 1),
        "a job was done twice"
    );
}
