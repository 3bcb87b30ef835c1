//! An honest caller: a `Cell` is `Send`, so it may move to another thread with its place. There it
//! belongs to one thread, as before.

use std::cell::Cell;
use std::thread;

fn main() {
    let place = ex28::Published::empty();
    println!("{}", place.publish(Cell::new(1)).is_ok());
    let other = thread::spawn(move || place.get().map(|cell| cell.replace(2)));
    println!("{:?}", other.join());
}
