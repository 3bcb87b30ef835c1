//! expect: passed
//!
//! The places are a fixed ring of `Option`s, and the loop returns from its middle.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

struct Ring<T> {
    places: Vec<Option<T>>,
    first: usize,
    taken: usize,
    open: bool,
}

pub struct Queue<T> {
    ring: Mutex<Ring<T>>,
    changed: Condvar,
}

impl<T> Queue<T> {
    pub fn new(capacity: usize) -> Self {
        let ring = Ring {
            places: (0..capacity).map(|_| None).collect(),
            first: 0,
            taken: 0,
            open: true,
        };
        Self {
            ring: Mutex::new(ring),
            changed: Condvar::new(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Ring<T>> {
        self.ring.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn push(&self, item: T) -> Result<(), T> {
        let mut ring = self.lock();
        loop {
            if !ring.open {
                return Err(item);
            }
            if ring.taken < ring.places.len() {
                let place = (ring.first + ring.taken) % ring.places.len();
                ring.places[place] = Some(item);
                ring.taken += 1;
                self.changed.notify_all();
                return Ok(());
            }
            ring = self
                .changed
                .wait(ring)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    pub fn pop(&self) -> Option<T> {
        let mut ring = self.lock();
        loop {
            if ring.taken > 0 {
                let place = ring.first;
                ring.first = (place + 1) % ring.places.len();
                ring.taken -= 1;
                self.changed.notify_all();
                return ring.places[place].take();
            }
            if !ring.open {
                return None;
            }
            ring = self
                .changed
                .wait(ring)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    pub fn close(&self) {
        self.lock().open = false;
        self.changed.notify_all();
    }
}
