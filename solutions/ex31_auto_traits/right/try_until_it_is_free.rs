//! expect: passed
//!
//! The prints and their count have a lock each, always taken in the same order. Who finds
//! a lock taken tries again. The screen is marked with a guard against being sent, and
//! its `RefCell` keeps it from being shared.

use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    loop {
        match mutex.try_lock() {
            Ok(guard) => return guard,
            Err(_) => thread::yield_now(),
        }
    }
}

pub struct Tray<P> {
    inner: Arc<Inner<P>>,
}

struct Inner<P> {
    prints: Mutex<Vec<P>>,
    put_so_far: Mutex<usize>,
}

impl<P> Tray<P> {
    pub fn empty() -> Self {
        Self {
            inner: Arc::new(Inner {
                prints: Mutex::new(Vec::new()),
                put_so_far: Mutex::new(0),
            }),
        }
    }

    pub fn put(&self, print: P) -> usize {
        let mut put_so_far = lock(&self.inner.put_so_far);
        let mut prints = lock(&self.inner.prints);
        prints.push(print);
        *put_so_far += 1;
        *put_so_far
    }

    pub fn take_all(&self) -> Vec<P> {
        std::mem::take(&mut *lock(&self.inner.prints))
    }
}

impl<P> Clone for Tray<P> {
    fn clone(&self) -> Self {
        Self {
            inner: self.inner.clone(),
        }
    }
}

pub struct Meter {
    millilitres: Cell<u64>,
}

impl Meter {
    pub fn starting_at(millilitres: u64) -> Self {
        Self {
            millilitres: Cell::new(millilitres),
        }
    }

    pub fn add(&self, millilitres: u64) {
        self.millilitres.set(self.millilitres.get() + millilitres);
    }

    pub fn total(&self) -> u64 {
        self.millilitres.get()
    }
}

pub struct Screen {
    lines: RefCell<Vec<String>>,
    _stays_here: PhantomData<MutexGuard<'static, ()>>,
}

impl Screen {
    pub fn open() -> Self {
        Self {
            lines: RefCell::default(),
            _stays_here: PhantomData,
        }
    }

    pub fn show(&self, line: &str) {
        self.lines.borrow_mut().push(line.to_owned());
    }

    pub fn lines(&self) -> Vec<String> {
        self.lines.borrow().clone()
    }
}
