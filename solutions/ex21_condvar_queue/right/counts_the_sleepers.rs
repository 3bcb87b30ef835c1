//! expect: passed
//!
//! Notifies only when somebody sleeps. The numbers of sleepers are under the same
//! mutex, so they are never out of date.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

struct State<T> {
    items: VecDeque<T>,
    closed: bool,
    takers_asleep: usize,
    givers_asleep: usize,
}

pub struct Queue<T> {
    capacity: usize,
    state: Mutex<State<T>>,
    not_empty: Condvar,
    not_full: Condvar,
}

impl<T> Queue<T> {
    pub fn new(capacity: usize) -> Self {
        Self {
            capacity,
            state: Mutex::new(State {
                items: VecDeque::new(),
                closed: false,
                takers_asleep: 0,
                givers_asleep: 0,
            }),
            not_empty: Condvar::new(),
            not_full: Condvar::new(),
        }
    }

    pub fn push(&self, item: T) -> Result<(), T> {
        let mut state = self.state.lock().unwrap();
        while state.items.len() == self.capacity && !state.closed {
            state.givers_asleep += 1;
            state = self.not_full.wait(state).unwrap();
            state.givers_asleep -= 1;
        }
        if state.closed {
            return Err(item);
        }
        state.items.push_back(item);
        if state.takers_asleep > 0 {
            self.not_empty.notify_one();
        }
        Ok(())
    }

    pub fn pop(&self) -> Option<T> {
        let mut state = self.state.lock().unwrap();
        while state.items.is_empty() && !state.closed {
            state.takers_asleep += 1;
            state = self.not_empty.wait(state).unwrap();
            state.takers_asleep -= 1;
        }
        let item = state.items.pop_front()?;
        if state.givers_asleep > 0 {
            self.not_full.notify_one();
        }
        Some(item)
    }

    pub fn close(&self) {
        let mut state = self.state.lock().unwrap();
        state.closed = true;
        if state.takers_asleep + state.givers_asleep > 0 {
            self.not_empty.notify_all();
            self.not_full.notify_all();
        }
    }
}
