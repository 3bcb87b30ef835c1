//! An `Rc` counts its owners without any lock. Its clones must stay on one thread, in a place or not.

use std::rc::Rc;
use std::thread;

fn main() {
    let name = Rc::new("main");
    let place = ex28::Published::empty();
    println!("{}", place.publish(Rc::clone(&name)).is_ok());
    let other = thread::spawn(move || place.get().is_some()); //~ E0277
    println!("{name} {:?}", other.join());
}
