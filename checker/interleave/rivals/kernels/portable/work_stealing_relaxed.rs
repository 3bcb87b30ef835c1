//! Owner and thief of a deque with two jobs, without the fence between.
//!
//! Source: Lê, Pop, Cohen and Zappa Nardelli, "Correct and Efficient
//! Work-Stealing for Weak Memory Models" (PPoPP 2013).
//! Goes wrong: the owner's lowered `bottom` and the thieves' raised `top` miss
//! each other, and a job is done twice.
//! Expected: weak memory.

use std::sync::Arc;
use std::sync::atomic::{
    AtomicUsize,
    Ordering::{Acquire, Relaxed, SeqCst},
    fence,
};
use std::thread;

pub fn body<const FIXED: bool>() {
    let deque = Arc::new((
        AtomicUsize::new(0),
        AtomicUsize::new(2),
        [0; 2].map(AtomicUsize::new),
    ));
    let theirs = Arc::clone(&deque);
    let thief = thread::spawn(move || {
        let (top, bottom, taken) = &*theirs;
        for _ in 0..2 {
            let at = top.load(Acquire);
            if FIXED {
                fence(SeqCst);
            }
            if at < bottom.load(Acquire)
                && top.compare_exchange(at, at + 1, SeqCst, Relaxed).is_ok()
            {
                taken[at].fetch_add(1, Relaxed);
            }
        }
    });
    let (top, bottom, taken) = &*deque;
    bottom.store(1, Relaxed);
    if FIXED {
        fence(SeqCst);
    }
    if top.load(Relaxed) < 1 {
        taken[1].fetch_add(1, Relaxed);
    }
    thief.join().unwrap();
    assert!(
        taken.iter().all(|t| t.load(Relaxed) <= 1),
        "a job was done twice"
    );
}
