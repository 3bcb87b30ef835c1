//! expect: unsound in compile_fail::control_prints_that_are_send
//!
//! An `RwLock` lets several readers look at the prints at once, so it is `Sync` only
//! if the prints are. A tray of cells, which the task allows, does not compile.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::{Arc, RwLock};

pub struct Tray<P> {
    pile: Arc<RwLock<(Vec<P>, usize)>>,
}

impl<P> Tray<P> {
    pub fn empty() -> Self {
        Self {
            pile: Arc::new(RwLock::new((Vec::new(), 0))),
        }
    }

    pub fn put(&self, print: P) -> usize {
        let mut pile = self.pile.write().unwrap();
        pile.0.push(print);
        pile.1 += 1;
        pile.1
    }

    pub fn take_all(&self) -> Vec<P> {
        self.pile.write().unwrap().0.drain(..).collect()
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
