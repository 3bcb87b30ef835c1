//! expect: wrong-answer in behaviour::a_meter_adds_up
//!
//! Counts in 32 bits, and loses what does not fit.

use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::sync::{Arc, Mutex, MutexGuard};

/// The tray where finished prints lie until someone takes them out.
pub struct Tray<P> {
    pile: Arc<Mutex<Pile<P>>>,
}

/// What the lock guards: the prints *and* the count. They belong together, so
/// they change together.
struct Pile<P> {
    prints: Vec<P>,
    put_so_far: usize,
}

impl<P> Tray<P> {
    /// A new tray with nothing in it.
    pub fn empty() -> Self {
        let pile = Pile {
            prints: Vec::new(),
            put_so_far: 0,
        };
        Self {
            pile: Arc::new(Mutex::new(pile)),
        }
    }

    /// Lays a print on top, and tells its number.
    pub fn put(&self, print: P) -> usize {
        // One guard for the whole update. Two locks, one after the other, would
        // let another thread in between the number and the print.
        let mut pile = self.lock();
        pile.prints.push(print);
        pile.put_so_far += 1;
        pile.put_so_far
    }

    /// Takes every print out, in the order of their numbers.
    pub fn take_all(&self) -> Vec<P> {
        std::mem::take(&mut self.lock().prints)
    }

    fn lock(&self) -> MutexGuard<'_, Pile<P>> {
        self.pile
            .lock()
            .expect("no thread panics while it holds the pile")
    }
}

// Not `#[derive(Clone)]`: that would clone only trays whose prints are `Clone`,
// although no print is cloned here.
impl<P> Clone for Tray<P> {
    /// Another handle to the same tray.
    fn clone(&self) -> Self {
        Self {
            pile: Arc::clone(&self.pile),
        }
    }
}

/// How many millilitres of developer one worker has used.
pub struct Meter {
    millilitres: Cell<u32>,
}

impl Meter {
    /// A meter that already stands at `millilitres`.
    pub fn starting_at(millilitres: u64) -> Self {
        Self {
            millilitres: Cell::new(millilitres as u32),
        }
    }

    /// Adds what was used.
    pub fn add(&self, millilitres: u64) {
        // Read, then write: two threads doing this at once would lose one of the
        // two additions. `Cell` is not `Sync`, so there never are two.
        self.millilitres
            .set(self.millilitres.get() + millilitres as u32);
    }

    /// What the meter stands at now.
    pub fn total(&self) -> u64 {
        u64::from(self.millilitres.get())
    }
}

/// The window on the counter.
pub struct Screen {
    lines: RefCell<Vec<String>>,
    /// Keeps the screen on the thread that opened it.
    _stays_here: PhantomData<*const ()>,
}

impl Screen {
    /// A new screen with no line on it.
    pub fn open() -> Self {
        Self {
            lines: RefCell::new(Vec::new()),
            _stays_here: PhantomData,
        }
    }

    /// Adds one line below the others.
    pub fn show(&self, line: &str) {
        self.lines.borrow_mut().push(line.to_owned());
    }

    /// Every line shown so far, the oldest first.
    pub fn lines(&self) -> Vec<String> {
        self.lines.borrow().clone()
    }
}
