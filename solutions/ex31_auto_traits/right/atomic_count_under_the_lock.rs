//! expect: passed
//!
//! The count is an atomic of its own, but it changes only while the lock is held,
//! so that number and place still belong together. The screen keeps a raw pointer.

use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

pub struct Tray<P>(Arc<Inner<P>>);

struct Inner<P> {
    prints: Mutex<Vec<P>>,
    put_so_far: AtomicUsize,
}

impl<P> Tray<P> {
    pub fn empty() -> Self {
        Tray(Arc::new(Inner {
            prints: Mutex::new(vec![]),
            put_so_far: AtomicUsize::new(0),
        }))
    }

    pub fn put(&self, print: P) -> usize {
        let mut prints = self.0.prints.lock().unwrap();
        let number = self.0.put_so_far.fetch_add(1, Ordering::Relaxed) + 1;
        prints.push(print);
        number
    }

    pub fn take_all(&self) -> Vec<P> {
        let mut prints = self.0.prints.lock().unwrap();
        std::mem::replace(&mut *prints, Vec::new())
    }
}

impl<P> Clone for Tray<P> {
    fn clone(&self) -> Self {
        Tray(Arc::clone(&self.0))
    }
}

pub struct Meter(Cell<u64>);

impl Meter {
    pub fn starting_at(millilitres: u64) -> Self {
        Meter(Cell::new(millilitres))
    }

    pub fn add(&self, millilitres: u64) {
        self.0.set(self.0.get() + millilitres)
    }

    pub fn total(&self) -> u64 {
        self.0.get()
    }
}

pub struct Screen {
    lines: RefCell<Vec<String>>,
    _window: *mut u8,
}

impl Screen {
    pub fn open() -> Self {
        Screen {
            lines: RefCell::new(Vec::new()),
            _window: std::ptr::null_mut(),
        }
    }

    pub fn show(&self, line: &str) {
        self.lines.borrow_mut().push(String::from(line));
    }

    pub fn lines(&self) -> Vec<String> {
        self.lines.borrow().iter().cloned().collect()
    }
}
