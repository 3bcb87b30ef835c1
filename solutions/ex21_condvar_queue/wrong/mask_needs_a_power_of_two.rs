//! expect: wrong-answer in behaviour::items_come_out_in_the_order_they_went_in
//!
//! A ring of places with a bit mask instead of a remainder. It is right for one, two and
//! four places, and overwrites items when there are three.

use std::sync::{Condvar, Mutex};

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

    pub fn push(&self, item: T) -> Result<(), T> {
        let mut ring = self
            .changed
            .wait_while(self.ring.lock().unwrap(), |ring| {
                ring.open && ring.taken == ring.places.len()
            })
            .unwrap();
        if !ring.open {
            return Err(item);
        }
        let mask = ring.places.len() - 1;
        let place = (ring.first + ring.taken) & mask;
        ring.places[place] = Some(item);
        ring.taken += 1;
        self.changed.notify_all();
        Ok(())
    }

    pub fn pop(&self) -> Option<T> {
        let mut ring = self
            .changed
            .wait_while(self.ring.lock().unwrap(), |ring| {
                ring.open && ring.taken == 0
            })
            .unwrap();
        if ring.taken == 0 {
            return None;
        }
        let mask = ring.places.len() - 1;
        let place = ring.first & mask;
        ring.first += 1;
        ring.taken -= 1;
        self.changed.notify_all();
        ring.places[place].take()
    }

    pub fn close(&self) {
        self.ring.lock().unwrap().open = false;
        self.changed.notify_all();
    }
}
