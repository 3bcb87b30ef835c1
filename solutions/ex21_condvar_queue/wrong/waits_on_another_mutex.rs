//! expect: deadlock in schedules::a_waiting_taker_gets_the_item
//!
//! The items are under one mutex, and the condition variable sleeps on another that
//! guards nothing. Nothing keeps a push out between the look and the sleep.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct Queue<T> {
    capacity: usize,
    state: Mutex<State<T>>,
    not_empty: Condvar,
    sleeping: Mutex<()>,
    not_full: Condvar,
}

struct State<T> {
    items: VecDeque<T>,
    closed: bool,
}

impl<T> Queue<T> {
    pub fn new(capacity: usize) -> Self {
        Self {
            capacity,
            state: Mutex::new(State {
                items: VecDeque::new(),
                closed: false,
            }),
            not_empty: Condvar::new(),
            sleeping: Mutex::new(()),
            not_full: Condvar::new(),
        }
    }

    pub fn push(&self, item: T) -> Result<(), T> {
        let mut state = self.state.lock().unwrap();
        while state.items.len() == self.capacity && !state.closed {
            state = self.not_full.wait(state).unwrap();
        }
        if state.closed {
            return Err(item);
        }
        state.items.push_back(item);
        self.not_empty.notify_one();
        Ok(())
    }

    pub fn pop(&self) -> Option<T> {
        loop {
            {
                let mut state = self.state.lock().unwrap();
                if let Some(item) = state.items.pop_front() {
                    self.not_full.notify_one();
                    return Some(item);
                }
                if state.closed {
                    return None;
                }
            }
            drop(self.not_empty.wait(self.sleeping.lock().unwrap()).unwrap());
        }
    }

    pub fn close(&self) {
        self.state.lock().unwrap().closed = true;
        self.not_empty.notify_all();
        self.not_full.notify_all();
    }
}
