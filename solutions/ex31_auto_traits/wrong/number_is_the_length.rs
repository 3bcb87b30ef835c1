//! expect: wrong-answer in behaviour::the_numbers_go_on_after_the_tray_was_emptied
//!
//! The number of a print is taken from the length of the list. Once the tray has been
//! emptied, number 1 is given out a second time.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::{Arc, Mutex};

pub struct Tray<P> {
    pile: Arc<Mutex<Vec<P>>>,
}

impl<P> Tray<P> {
    pub fn empty() -> Self {
        Self {
            pile: Arc::new(Mutex::new(Vec::new())),
        }
    }

    pub fn put(&self, print: P) -> usize {
        let mut pile = self.pile.lock().unwrap();
        pile.push(print);
        pile.len()
    }

    pub fn take_all(&self) -> Vec<P> {
        self.pile.lock().unwrap().drain(..).collect()
    }
}

impl<P> Clone for Tray<P> {
    fn clone(&self) -> Self {
        Self {
            pile: self.pile.clone(),
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
