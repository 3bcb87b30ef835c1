//! expect: passed
//!
//! Sleeps a little and looks again, without the lock. It is right, because it never
//! relies on the sleep, but every plate gets cold in the hatch for a while.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread::sleep;
use std::time::Duration;

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
            {
                let mut state = self.state.lock().unwrap();
                if state.1 {
                    return Err(item);
                }
                if state.0.len() < self.capacity {
                    state.0.push_back(item);
                    return Ok(());
                }
            }
            sleep(Duration::from_millis(1));
        }
    }

    pub fn pop(&self) -> Option<T> {
        loop {
            {
                let mut state = self.state.lock().unwrap();
                if let Some(item) = state.0.pop_front() {
                    return Some(item);
                }
                if state.1 {
                    return None;
                }
            }
            sleep(Duration::from_millis(1));
        }
    }

    pub fn close(&self) {
        self.state.lock().unwrap().1 = true;
    }
}
