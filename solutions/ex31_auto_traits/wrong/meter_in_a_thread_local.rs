//! expect: wrong-answer in schedules::a_meter_goes_to_its_worker_and_comes_back
//!
//! "Each worker has its own", so the count is a `thread_local!`. But it is the meter
//! that moves to the worker. What it counted stays behind, on the thread that it left.

use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

thread_local! {
    static MILLILITRES: Cell<u64> = const { Cell::new(0) };
}

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
    _not_shared: PhantomData<Cell<u64>>,
}

impl Meter {
    pub fn starting_at(millilitres: u64) -> Self {
        MILLILITRES.set(millilitres);
        Self {
            _not_shared: PhantomData,
        }
    }

    pub fn add(&self, millilitres: u64) {
        MILLILITRES.set(MILLILITRES.get() + millilitres);
    }

    pub fn total(&self) -> u64 {
        MILLILITRES.get()
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
