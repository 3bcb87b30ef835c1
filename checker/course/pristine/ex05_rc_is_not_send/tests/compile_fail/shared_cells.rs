//! A `Cell` and a `RefCell` change through a shared reference, without care for other
//! threads. An `Arc` around them does not help: it makes the owners safe to count, and not
//! the value safe to share.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

fn main() {
    let words = Arc::new(Cell::new(0));
    let twin = Arc::clone(&words);
    ex05::in_background(move || twin.set(7)); //~ E0277

    let diary = Arc::new(RefCell::new(String::from("Rain.")));
    let twin = Arc::clone(&diary);
    ex05::in_background(move || twin.borrow().len()); //~ E0277
}
