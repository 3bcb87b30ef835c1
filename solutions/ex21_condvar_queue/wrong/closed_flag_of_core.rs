//! expect: deadlock in schedules::close_wakes_every_waiting_taker
//!
//! The same with an atomic from `core`. The explorer must see that one too.

use core::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct Queue<T> {
    capacity: usize,
    items: Mutex<VecDeque<T>>,
    closed: AtomicBool,
    not_empty: Condvar,
    not_full: Condvar,
}

impl<T> Queue<T> {
    pub fn new(capacity: usize) -> Self {
        Self {
            capacity,
            items: Mutex::new(VecDeque::new()),
            closed: AtomicBool::new(false),
            not_empty: Condvar::new(),
            not_full: Condvar::new(),
        }
    }

    pub fn push(&self, item: T) -> Result<(), T> {
        let mut items = self.items.lock().unwrap();
        while items.len() == self.capacity && !self.closed.load(SeqCst) {
            items = self.not_full.wait(items).unwrap();
        }
        if self.closed.load(SeqCst) {
            return Err(item);
        }
        items.push_back(item);
        self.not_empty.notify_one();
        Ok(())
    }

    pub fn pop(&self) -> Option<T> {
        let mut items = self.items.lock().unwrap();
        while items.is_empty() && !self.closed.load(SeqCst) {
            items = self.not_empty.wait(items).unwrap();
        }
        let item = items.pop_front()?;
        self.not_full.notify_one();
        Some(item)
    }

    pub fn close(&self) {
        self.closed.store(true, SeqCst);
        self.not_empty.notify_all();
        self.not_full.notify_all();
    }
}
