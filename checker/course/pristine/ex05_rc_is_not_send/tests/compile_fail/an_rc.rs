//! An `Rc` counts its owners without care for other threads. It must not go to another thread
//! with the work, nor may a list that holds one.

use std::rc::Rc;

fn main() {
    let diary = Rc::new(String::from("Rain."));
    let twin = Rc::clone(&diary);
    ex05::in_background(move || twin.len()); //~ E0277

    let pages = vec![(1, Rc::new(12))];
    ex05::in_background(move || pages.len()); //~ E0277
}
