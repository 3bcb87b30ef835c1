//! A `Cell` is a counter for one thread only. Two desks would both read it before either has written.

use std::cell::Cell;

fn main() {
    let served = Cell::new(0);
    ex25::serve_all(2, 3, |_| served.set(served.get() + 1)); //~ E0277
    println!("{} served", served.get());
}
