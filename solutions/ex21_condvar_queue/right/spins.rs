//! expect: passed
//!
//! No condition variable: looks again and again, and gives way in between. It is
//! right, though it burns a core while it waits. That is what `Condvar` is for.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread;

pub struct Queue<T> {
    capacity: usize,
    state: Mutex<(VecDeque<T>, bool)>,
}

impl<T> Queue<T> {
    pub fn new(capacity: usize) -> Self {
        Self {
            capacity,
            state: Mutex::new((VecDeque::new(), false)),
        }
    }

    pub fn push(&self, item: T) -> Result<(), T> {
        loop {
            let mut state = self.state.lock().unwrap();
            if state.1 {
                return Err(item);
            }
            if state.0.len() < self.capacity {
                state.0.push_back(item);
                return Ok(());
            }
            drop(state);
            thread::yield_now();
        }
    }

    pub fn pop(&self) -> Option<T> {
        loop {
            let mut state = self.state.lock().unwrap();
            if let Some(item) = state.0.pop_front() {
                return Some(item);
            }
            if state.1 {
                return None;
            }
            drop(state);
            thread::yield_now();
        }
    }

    pub fn close(&self) {
        self.state.lock().unwrap().1 = true;
    }
}
