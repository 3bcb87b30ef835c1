//! An honest caller: it has the lock, and two threads help it to read. A `String` is `Sync`, so a guard
//! of one may be shared.

use std::thread;

fn main() {
    let lock = ex35::SpinLock::new(String::from("spin lock"));
    let guard = lock.lock();
    thread::scope(|scope| {
        scope.spawn(|| println!("{}", guard.len()));
        scope.spawn(|| println!("{}", guard.to_uppercase()));
    });
}
