//! expect: wrong-answer in behaviour::every_worker_has_a_meter_of_its_own
//!
//! The millilitres stand in a `static`, and the marker makes the traits right. But there is
//! one count for all the meters.

use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

static MILLILITRES: AtomicU64 = AtomicU64::new(0);

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
        MILLILITRES.store(millilitres, Ordering::SeqCst);
        Self {
            _not_shared: PhantomData,
        }
    }

    pub fn add(&self, millilitres: u64) {
        MILLILITRES.fetch_add(millilitres, Ordering::SeqCst);
    }

    pub fn total(&self) -> u64 {
        MILLILITRES.load(Ordering::SeqCst)
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
