//! expect: passed
//!
//! The tray is a channel. Both halves stand under one lock, so that a print is
//! numbered and sent in one step. `Mutex` makes the receiver, which is not `Sync`,
//! fit to share.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};

pub struct Tray<P> {
    chute: Arc<Mutex<Chute<P>>>,
}

struct Chute<P> {
    top: Sender<P>,
    bottom: Receiver<P>,
    numbers: std::ops::RangeFrom<usize>,
}

impl<P> Tray<P> {
    pub fn empty() -> Self {
        let (top, bottom) = mpsc::channel();
        let numbers = 1..;
        Self {
            chute: Arc::new(Mutex::new(Chute {
                top,
                bottom,
                numbers,
            })),
        }
    }

    pub fn put(&self, print: P) -> usize {
        let mut chute = self.chute.lock().unwrap();
        chute
            .top
            .send(print)
            .ok()
            .expect("the receiver lives as long as the tray");
        chute.numbers.next().expect("numbers do not run out")
    }

    pub fn take_all(&self) -> Vec<P> {
        self.chute.lock().unwrap().bottom.try_iter().collect()
    }
}

impl<P> Clone for Tray<P> {
    fn clone(&self) -> Self {
        Self {
            chute: Arc::clone(&self.chute),
        }
    }
}

pub struct Meter {
    used: RefCell<Vec<u64>>,
}

impl Meter {
    pub fn starting_at(millilitres: u64) -> Self {
        Self {
            used: RefCell::new(vec![millilitres]),
        }
    }

    pub fn add(&self, millilitres: u64) {
        self.used.borrow_mut().push(millilitres);
    }

    pub fn total(&self) -> u64 {
        self.used.borrow().iter().sum()
    }
}

pub struct Screen {
    lines: Rc<Cell<Vec<String>>>,
}

impl Screen {
    pub fn open() -> Self {
        Self {
            lines: Rc::new(Cell::new(Vec::new())),
        }
    }

    pub fn show(&self, line: &str) {
        let mut lines = self.lines.take();
        lines.push(line.into());
        self.lines.set(lines);
    }

    pub fn lines(&self) -> Vec<String> {
        let lines = self.lines.take();
        self.lines.set(lines.clone());
        lines
    }
}
