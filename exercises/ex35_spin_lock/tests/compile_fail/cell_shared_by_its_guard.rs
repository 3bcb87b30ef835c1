//! One thread has the lock, and lends its guard to another. Now both look at one `Cell`, and both may
//! change it. So a guard is `Sync` only if its value is.

use std::cell::Cell;
use std::thread;

fn main() {
    let lock = ex35::SpinLock::new(Cell::new(1));
    let guard = lock.lock();
    thread::scope(|scope| {
        scope.spawn(|| guard.set(2)); //~ E0277
        guard.set(3);
    });
}
