//! A reference to a `Cell` is a second way to the same cell. A queue that carried
//! one over would let two threads change the cell at once.

use std::cell::Cell;
use std::thread;

fn main() {
    let plates = Cell::new(0);
    let hatch: ex21::Queue<&Cell<i32>> = ex21::Queue::new(1);
    thread::scope(|scope| {
        scope.spawn(|| hatch.pop().map(|plates| plates.set(1))); //~ E0277
        println!("{}", hatch.push(&plates).is_ok());
        plates.set(2);
    });
}
