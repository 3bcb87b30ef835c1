//! expect: wrong-answer in behaviour::two_screens_have_nothing_in_common
//!
//! The lines stand in a `static`, so that no field is needed but the marker. Every screen
//! shows the lines of every other.

use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex};

static LINES: Mutex<Vec<String>> = Mutex::new(Vec::new());

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
    _stays_here: PhantomData<*const ()>,
}

impl Screen {
    pub fn open() -> Self {
        LINES.lock().unwrap().clear();
        Self {
            _stays_here: PhantomData,
        }
    }

    pub fn show(&self, line: &str) {
        LINES.lock().unwrap().push(line.to_owned());
    }

    pub fn lines(&self) -> Vec<String> {
        LINES.lock().unwrap().clone()
    }
}
