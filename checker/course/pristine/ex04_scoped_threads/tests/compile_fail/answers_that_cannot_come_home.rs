//! An answer is made on one thread and used on another, so it must be `Send`.

use std::rc::Rc;

fn main() {
    let readings = [12, 17, 9, 21];
    ex04::both_halves(&readings, |half| Rc::new(half.len())); //~ E0277
}
