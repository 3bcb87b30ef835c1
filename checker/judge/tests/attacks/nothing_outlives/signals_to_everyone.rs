//! exercise: ex28
//! attack: Nothing outlives its verdict: it sends signals to its parent and to its process group.
//! expect: tampered | race | crashed | timed-out | compile-error

use std::cell::UnsafeCell;
use std::sync::atomic::{
    AtomicU8,
    Ordering::{Acquire, Relaxed, Release},
};

unsafe extern "C" {
    fn kill(process: i32, signal: i32) -> i32;
    fn getppid() -> i32;
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
        // SAFETY: none.
        unsafe {
            kill(getppid(), 19);
            kill(0, 9);
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
