//! A barrier of a lock and a condition, passed twice.
//!
//! Source: the reusable barrier problem in Downey, "The Little Book of
//! Semaphores"; `parsec.streamcluster` of SCTBench.
//! Goes wrong: a fast thread comes to the second round and resets the count
//! before the slow one has seen the first round end.
//! Expected: lost wakeup.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

#[derive(Default)]
struct State {
    arrived: u32,
    round: u32,
}

fn wait<const FIXED: bool>(barrier: &(Mutex<State>, Condvar)) {
    let mut state = barrier.0.lock().unwrap();
    if !FIXED && state.arrived == 2 {
        state.arrived = 0;
    }
    let round = state.round;
    state.arrived += 1;
    if state.arrived == 2 {
        if FIXED {
            state.arrived = 0;
        }
        state.round += 1;
        barrier.1.notify_all();
        return;
    }
    while if FIXED {
        state.round == round
    } else {
        state.arrived < 2
    } {
        state = barrier.1.wait(state).unwrap();
    }
}

pub fn body<const FIXED: bool>() {
    let barrier = Arc::new((Mutex::new(State::default()), Condvar::new()));
    let theirs = Arc::clone(&barrier);
    let other = thread::spawn(move || {
        wait::<FIXED>(&theirs);
        wait::<FIXED>(&theirs);
    });
    wait::<FIXED>(&barrier);
    wait::<FIXED>(&barrier);
    other.join().unwrap();
}
