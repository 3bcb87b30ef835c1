//! Both threads use the same closure, and with it everything that it captures. This one
//! captures a `RefCell`, which only one thread may use.

use std::cell::RefCell;

fn main() {
    let seen = RefCell::new(Vec::new());
    let mut readings = [12, 17, 9, 21];
    ex04::both_halves(&readings, |half| seen.borrow_mut().extend(half)); //~ E0277
    ex04::both_halves_mut(&mut readings, |half| seen.borrow_mut().extend(half.iter())); //~ E0277
}
