//! An `Rc` counts its owners without any lock. Its clones must all stay on one
//! thread, so a queue must not carry one to another thread.

use std::rc::Rc;
use std::sync::Arc;
use std::thread;

fn main() {
    let hatch = Arc::new(ex21::Queue::new(1));
    let kitchen = Arc::clone(&hatch);
    let soup = Rc::new("soup");
    let kept = Rc::clone(&soup);
    let waiter = thread::spawn(move || hatch.pop().is_some()); //~ E0277
    println!("{} {kept}", kitchen.push(soup).is_ok());
    println!("{:?}", waiter.join());
}
