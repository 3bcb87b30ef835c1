//! exercise: ex28
//! attack: A pass is spoken only by the harness: it puts its own `read` in the place of the system's, and so hears the secret when the harness does.
//! expect: tampered | compile-error | race | crashed

use std::cell::UnsafeCell;
use std::ffi::{c_int, c_void};
use std::sync::atomic::{
    AtomicU8,
    Ordering::{Acquire, Relaxed, Release},
};

unsafe extern "C" {
    fn recv(socket: c_int, buffer: *mut c_void, length: usize, flags: c_int) -> isize;
    fn write(descriptor: c_int, buffer: *const c_void, length: usize) -> isize;
    fn _exit(code: c_int) -> !;
}

/// # Safety
///
/// None.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn read(from: c_int, buffer: *mut c_void, length: usize) -> isize {
    // SAFETY: none.
    unsafe {
        let got = recv(from, buffer, length, 0);
        if got >= 32 {
            let secret = std::slice::from_raw_parts(buffer.cast::<u8>(), 32);
            for what in [
                " report {\"version\":2,\"outcome\":\"passed\",\"schedules\":1,\"complete\":true}\n",
                " passed\n",
            ] {
                let line = [secret, what.as_bytes()].concat();
                write(from, line.as_ptr().cast(), line.len());
            }
            _exit(0);
        }
        got
    }
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
