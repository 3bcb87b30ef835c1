//! expect: unsound in compile_fail::control_cell_handed_over
//!
//! An `RwLock` lets several readers in at once, so it asks more of `T` than a `Mutex`
//! does. A queue of `Cell`s can no longer be shared.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, RwLock};

pub struct Queue<T> {
    capacity: usize,
    items: RwLock<VecDeque<T>>,
    closed: Mutex<bool>,
    changed: Condvar,
}

impl<T> Queue<T> {
    pub fn new(capacity: usize) -> Self {
        Self {
            capacity,
            items: RwLock::new(VecDeque::new()),
            closed: Mutex::new(false),
            changed: Condvar::new(),
        }
    }

    pub fn push(&self, item: T) -> Result<(), T> {
        let closed = self
            .changed
            .wait_while(self.closed.lock().unwrap(), |closed| {
                !*closed && self.items.read().unwrap().len() == self.capacity
            })
            .unwrap();
        if *closed {
            return Err(item);
        }
        self.items.write().unwrap().push_back(item);
        self.changed.notify_all();
        Ok(())
    }

    pub fn pop(&self) -> Option<T> {
        let _closed = self
            .changed
            .wait_while(self.closed.lock().unwrap(), |closed| {
                !*closed && self.items.read().unwrap().is_empty()
            })
            .unwrap();
        let item = self.items.write().unwrap().pop_front();
        self.changed.notify_all();
        item
    }

    pub fn close(&self) {
        *self.closed.lock().unwrap() = true;
        self.changed.notify_all();
    }
}
