//! expect: unsound in compile_fail::control_prints_on_one_thread
//!
//! `P: Send` on the whole type: a tray that stays on one thread must not ask for it.
//! The fields already see to it that a tray of `Rc` does not travel.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::{Arc, Mutex};

pub struct Tray<P: Send> {
    pile: Arc<Mutex<(Vec<P>, usize)>>,
}

impl<P: Send> Tray<P> {
    pub fn empty() -> Self {
        Self {
            pile: Arc::new(Mutex::new((Vec::new(), 0))),
        }
    }

    pub fn put(&self, print: P) -> usize {
        let mut pile = self.pile.lock().unwrap();
        pile.0.push(print);
        pile.1 += 1;
        pile.1
    }

    pub fn take_all(&self) -> Vec<P> {
        self.pile.lock().unwrap().0.drain(..).collect()
    }
}

impl<P: Send> Clone for Tray<P> {
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
