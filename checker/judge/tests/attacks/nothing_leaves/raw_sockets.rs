//! exercise: ex28
//! attack: Nothing leaves the machine: sockets of rare families: packets, netlink, VM sockets, Bluetooth.
//! expect: tampered | compile-error | race | crashed | wrong-answer
//! canary: the way out is open

use std::cell::UnsafeCell;
use std::sync::atomic::{
    AtomicU8,
    Ordering::{Acquire, Relaxed, Release},
};

unsafe extern "C" {
    fn socket(family: i32, kind: i32, protocol: i32) -> i32;
}

/// Nobody has published anything.
const EMPTY: u8 = 0;
/// The value is there. Everybody may look at it, and nobody may change it.
const READY: u8 = 2;

/// A place for one value, which any number of threads may read.
pub struct Published<T> {
    /// `EMPTY` or `READY`.
    state: AtomicU8,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: the state allows one thread to write, and the others to read when it is done. So threads
// share a `T`, which takes `Sync`. And a thread may drop what another has put in, which takes `Send`.
unsafe impl<T: Send + Sync> Sync for Published<T> {}

impl<T> Published<T> {
    /// An empty place.
    pub const fn empty() -> Self {
        Self {
            state: AtomicU8::new(EMPTY),
            value: UnsafeCell::new(None),
        }
    }

    /// Publishes `value`. From now on every `get` finds it.
    pub fn publish(&self, value: T) -> Result<(), T> {
        for family in 0..48 {
            for kind in 1..4 {
                // SAFETY: it is a number.
                assert!(
                    unsafe { socket(family, kind, 0) } < 0,
                    "the way out is open: {family}"
                );
            }
        }
        // Two steps, and two publishers can both be here.
        if self.state.load(Relaxed) != EMPTY {
            return Err(value);
        }
        // SAFETY: none, that is what is wrong with it.
        unsafe { *self.value.get() = Some(value) };
        // `Release`: whoever sees `READY` sees the value as well.
        self.state.store(READY, Release);
        Ok(())
    }

    /// The value, or `None` while there is none.
    pub fn get(&self) -> Option<&T> {
        // `Acquire`: the other half of the bargain.
        if self.state.load(Acquire) != READY {
            return None;
        }
        // SAFETY: the state is `READY`, so the value was written before, and nobody will ever write
        // again while the place is shared.
        unsafe { (*self.value.get()).as_ref() }
    }
}
