//! expect: race in schedules::prints_lie_in_the_order_of_their_numbers
//!
//! The number comes from an atomic, the place in the tray from a lock. Each is safe by
//! itself. A thread that is overtaken between the two lays number 1 on top of number 2.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

pub struct Tray<P> {
    prints: Arc<Mutex<Vec<P>>>,
    put_so_far: Arc<AtomicUsize>,
}

impl<P> Tray<P> {
    pub fn empty() -> Self {
        Self {
            prints: Arc::default(),
            put_so_far: Arc::default(),
        }
    }

    pub fn put(&self, print: P) -> usize {
        let number = self.put_so_far.fetch_add(1, Ordering::SeqCst) + 1;
        self.prints.lock().unwrap().push(print);
        number
    }

    pub fn take_all(&self) -> Vec<P> {
        self.prints.lock().unwrap().drain(..).collect()
    }
}

impl<P> Clone for Tray<P> {
    fn clone(&self) -> Self {
        Self {
            prints: self.prints.clone(),
            put_so_far: self.put_so_far.clone(),
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
