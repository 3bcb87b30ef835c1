//! A `Cell` may go from one thread to another as long as only one of them has it
//! at a time. A queue hands it over, so it may be inside.

use std::cell::Cell;
use std::sync::Arc;
use std::thread;

fn main() {
    let hatch = Arc::new(ex21::Queue::new(1));
    let kitchen = Arc::clone(&hatch);
    let cook = thread::spawn(move || kitchen.push(Cell::new(3)).is_ok());
    println!("{:?}", hatch.pop());
    println!("{:?}", cook.join());
}
