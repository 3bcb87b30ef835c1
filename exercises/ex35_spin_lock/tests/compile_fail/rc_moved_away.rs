//! The lock moves to another thread, and an `Rc` in it. A clone stays behind.

use std::rc::Rc;
use std::thread;

fn main() {
    let name = Rc::new("main");
    let lock = ex35::SpinLock::new(Rc::clone(&name));
    let other = thread::spawn(move || Rc::strong_count(&lock.lock())); //~ E0277
    println!("{name} {:?}", other.join());
}
