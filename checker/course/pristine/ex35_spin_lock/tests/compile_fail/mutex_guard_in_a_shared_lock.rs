//! A `MutexGuard` is `Sync` and not `Send`: the thread that locked must unlock. Out of a shared lock
//! any thread can take it and drop it.

use std::sync::{Mutex, MutexGuard};
use std::thread;

fn main() {
    let account = Mutex::new(100);
    let lock: ex35::SpinLock<Option<MutexGuard<'_, i32>>> =
        ex35::SpinLock::new(Some(account.lock().unwrap()));
    thread::scope(|scope| {
        scope.spawn(|| lock.lock().take().is_some()); //~ E0277
    });
}
