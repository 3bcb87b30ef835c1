//! A lock is given back by the thread that took it, so a `MutexGuard` may not
//! travel. A tray of guards may not travel either.

use std::sync::{Mutex, MutexGuard};
use std::thread;

use ex31::Tray;

fn main() {
    let door = Mutex::new(());
    let tray: Tray<MutexGuard<()>> = Tray::empty();
    tray.put(door.lock().unwrap());
    thread::scope(|scope| {
        scope.spawn(|| tray.take_all().len()); //~ E0277
    });
}
