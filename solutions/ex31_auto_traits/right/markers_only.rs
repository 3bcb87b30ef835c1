//! expect: passed
//!
//! The data are plain, and markers alone decide what may cross: a meter marked with
//! a `Cell` cannot be shared although its atomic could, a screen marked with an `Rc`
//! can neither be sent nor shared although its lock could. Each print keeps its
//! number, and the tray keeps the prints in a map.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

pub struct Tray<P> {
    prints: Arc<Mutex<Numbered<P>>>,
}

struct Numbered<P> {
    next: usize,
    by_number: BTreeMap<usize, P>,
}

impl<P> Tray<P> {
    pub fn empty() -> Self {
        let prints = Numbered {
            next: 1,
            by_number: BTreeMap::new(),
        };
        Self {
            prints: Arc::new(prints.into()),
        }
    }

    pub fn put(&self, print: P) -> usize {
        let prints = &mut *self.prints.lock().unwrap();
        let number = prints.next;
        prints.by_number.insert(number, print);
        prints.next += 1;
        number
    }

    pub fn take_all(&self) -> Vec<P> {
        let taken = std::mem::take(&mut self.prints.lock().unwrap().by_number);
        taken.into_values().collect()
    }
}

impl<P> Clone for Tray<P> {
    fn clone(&self) -> Self {
        let prints = Arc::clone(&self.prints);
        Self { prints }
    }
}

pub struct Meter {
    millilitres: AtomicU64,
    _not_sync: PhantomData<Cell<()>>,
}

impl Meter {
    pub fn starting_at(millilitres: u64) -> Self {
        Self {
            millilitres: AtomicU64::new(millilitres),
            _not_sync: PhantomData,
        }
    }

    pub fn add(&self, millilitres: u64) {
        self.millilitres.fetch_add(millilitres, Ordering::Relaxed);
    }

    pub fn total(&self) -> u64 {
        self.millilitres.load(Ordering::Relaxed)
    }
}

pub struct Screen {
    lines: Mutex<Vec<String>>,
    _not_send: PhantomData<Rc<()>>,
}

impl Screen {
    pub fn open() -> Self {
        Self {
            lines: Mutex::default(),
            _not_send: PhantomData,
        }
    }

    pub fn show(&self, line: &str) {
        self.lines.lock().unwrap().push(line.to_string());
    }

    pub fn lines(&self) -> Vec<String> {
        self.lines.lock().unwrap().clone()
    }
}
