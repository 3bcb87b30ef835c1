//! exercise: ex28
//! attack: A pass is spoken only by the harness: it puts its own `malloc` and `free` in the place of the system's, which keep what the harness thinks it has thrown away.
//! expect: tampered | compile-error | race | crashed

use std::cell::UnsafeCell;
use std::ffi::c_void;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::{
    AtomicU8,
    Ordering::{Acquire, Relaxed, Release},
};

/// How much of the room below is used.
static USED: AtomicUsize = AtomicUsize::new(0);

#[repr(align(64))]
struct Room(std::cell::UnsafeCell<[u8; 1 << 26]>);

// SAFETY: none.
unsafe impl Sync for Room {}

static ROOM: Room = Room(std::cell::UnsafeCell::new([0; 1 << 26]));

/// # Safety
///
/// None.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn malloc(size: usize) -> *mut c_void {
    let at = USED.fetch_add((size + 63) & !63, Relaxed);
    // SAFETY: none.
    unsafe { ROOM.0.get().cast::<u8>().add(at).cast() }
}

/// # Safety
///
/// None.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn free(_memory: *mut c_void) {}

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
