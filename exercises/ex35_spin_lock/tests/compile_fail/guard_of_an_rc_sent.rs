//! A guard that moves to another thread takes its value along. An `Rc` must not go there, nor a clone
//! of it.

use std::rc::Rc;
use std::thread;

fn main() {
    let name = Rc::new("main");
    let lock = ex35::SpinLock::new(Rc::clone(&name));
    let guard = lock.lock();
    thread::scope(|scope| {
        scope.spawn(move || Rc::strong_count(&guard)); //~ E0277
        drop(name);
    });
}
