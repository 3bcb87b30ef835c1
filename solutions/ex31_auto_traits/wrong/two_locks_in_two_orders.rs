//! expect: deadlock in schedules::every_print_is_taken_out_exactly_once
//!
//! The prints and their count have a lock each. `put` takes the count first, `take_all`
//! takes the prints first, and each may wait for what the other holds.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::{Arc, Mutex};

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
        let mut put_so_far = self.inner.put_so_far.lock().unwrap();
        let mut prints = self.inner.prints.lock().unwrap();
        prints.push(print);
        *put_so_far += 1;
        *put_so_far
    }

    pub fn take_all(&self) -> Vec<P> {
        let mut prints = self.inner.prints.lock().unwrap();
        let put_so_far = self.inner.put_so_far.lock().unwrap();
        let taken: Vec<P> = prints.drain(..).collect();
        println!("{} taken out of {put_so_far}", taken.len());
        taken
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
    lines: Rc<RefCell<Vec<String>>>,
}

impl Screen {
    pub fn open() -> Self {
        Self {
            lines: Rc::default(),
        }
    }

    pub fn show(&self, line: &str) {
        self.lines.borrow_mut().push(line.to_owned());
    }

    pub fn lines(&self) -> Vec<String> {
        self.lines.borrow().clone()
    }
}
