//! expect: unsound in compile_fail::screen_sent
//!
//! `Arc<Mutex<_>>`, because this is a course on threads. Now any thread may draw on the
//! screen, which is just what must not happen.

use std::cell::Cell;
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
    lines: Arc<Mutex<Vec<String>>>,
}

impl Screen {
    pub fn open() -> Self {
        Self {
            lines: Arc::default(),
        }
    }

    pub fn show(&self, line: &str) {
        self.lines.lock().unwrap().push(line.to_owned());
    }

    pub fn lines(&self) -> Vec<String> {
        self.lines.lock().unwrap().clone()
    }
}
