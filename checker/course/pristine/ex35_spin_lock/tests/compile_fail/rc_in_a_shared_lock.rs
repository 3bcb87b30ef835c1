//! Each thread that locks may clone the `Rc`. The clones share a count, and no lock guards that.

use std::rc::Rc;
use std::thread;

fn main() {
    let lock = ex35::SpinLock::new(Rc::new("main"));
    thread::scope(|scope| {
        scope.spawn(|| Rc::strong_count(&lock.lock())); //~ E0277
        drop(Rc::clone(&lock.lock()));
    });
}
