//! expect: unsound in compile_fail::meter_in_an_arc
//!
//! An atomic changes through `&self` as well, and needs no lock. But it is `Sync`, and
//! so is the meter.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::{Arc, Mutex};

pub struct Tray<P> {
    pile: Arc<Mutex<(Vec<P>, usize)>>,
}

impl<P> Tray<P> {
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

impl<P> Clone for Tray<P> {
    fn clone(&self) -> Self {
        Self {
            pile: self.pile.clone(),
        }
    }
}

pub struct Meter {
    millilitres: AtomicU64,
}

impl Meter {
    pub fn starting_at(millilitres: u64) -> Self {
        Self {
            millilitres: AtomicU64::new(millilitres),
        }
    }

    pub fn add(&self, millilitres: u64) {
        self.millilitres.fetch_add(millilitres, SeqCst);
    }

    pub fn total(&self) -> u64 {
        self.millilitres.load(SeqCst)
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
