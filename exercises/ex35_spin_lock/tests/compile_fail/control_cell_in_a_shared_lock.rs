//! An honest caller: a `Cell` is `Send` and not `Sync`. The lock lets one thread at a time at it.

use std::cell::Cell;
use std::thread;

fn main() {
    let lock = ex35::SpinLock::new(Cell::new(1));
    thread::scope(|scope| {
        scope.spawn(|| lock.lock().set(2));
        lock.lock().set(3);
    });
    println!("{}", lock.lock().get());
}
