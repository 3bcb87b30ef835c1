//! expect: compile-error
//!
//! A `RefCell` instead of the mutex. The compiler does not let threads share it.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::thread;

pub struct Queue<T> {
    capacity: usize,
    items: RefCell<VecDeque<T>>,
    closed: Cell<bool>,
}

impl<T> Queue<T> {
    pub fn new(capacity: usize) -> Self {
        Self {
            capacity,
            items: RefCell::new(VecDeque::new()),
            closed: Cell::new(false),
        }
    }

    pub fn push(&self, item: T) -> Result<(), T> {
        while self.items.borrow().len() == self.capacity && !self.closed.get() {
            thread::yield_now();
        }
        if self.closed.get() {
            return Err(item);
        }
        self.items.borrow_mut().push_back(item);
        Ok(())
    }

    pub fn pop(&self) -> Option<T> {
        while self.items.borrow().is_empty() && !self.closed.get() {
            thread::yield_now();
        }
        self.items.borrow_mut().pop_front()
    }

    pub fn close(&self) {
        self.closed.set(true);
    }
}
