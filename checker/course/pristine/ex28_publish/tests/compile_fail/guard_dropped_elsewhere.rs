//! A `MutexGuard` is `Sync` and not `Send`: the thread that locked must unlock. A worker publishes
//! the guard here, and the thread that owns the place would unlock in its stead.

use std::sync::{Mutex, MutexGuard};
use std::thread;

fn main() {
    let account = Mutex::new(100);
    let place: ex28::Published<MutexGuard<'_, i32>> = ex28::Published::empty();
    thread::scope(|scope| {
        scope.spawn(|| place.publish(account.lock().unwrap()).is_ok()); //~ E0277
    });
    drop(place);
}
