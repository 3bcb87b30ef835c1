//! expect: passed
//!
//! Every print lies in a slot with a lock of its own, behind one lock for the list
//! of slots. More locks than needed, and still right.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::{Arc, Mutex};

pub struct Tray<P> {
    slots: Arc<Mutex<Slots<P>>>,
}

struct Slots<P> {
    list: Vec<Arc<Mutex<Option<P>>>>,
    emptied: usize,
}

impl<P> Tray<P> {
    pub fn empty() -> Self {
        Self {
            slots: Arc::new(Mutex::new(Slots {
                list: Vec::new(),
                emptied: 0,
            })),
        }
    }

    pub fn put(&self, print: P) -> usize {
        let mut slots = self.slots.lock().unwrap();
        slots.list.push(Arc::new(Mutex::new(Some(print))));
        slots.list.len()
    }

    pub fn take_all(&self) -> Vec<P> {
        let mut slots = self.slots.lock().unwrap();
        let from = slots.emptied;
        slots.emptied = slots.list.len();
        slots.list[from..]
            .iter()
            .filter_map(|slot| slot.lock().unwrap().take())
            .collect()
    }
}

impl<P> Clone for Tray<P> {
    fn clone(&self) -> Self {
        Self {
            slots: self.slots.clone(),
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
