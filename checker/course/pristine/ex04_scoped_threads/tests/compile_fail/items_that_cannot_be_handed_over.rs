//! A single thread changes each item, but it is another thread, so the items must be
//! `Send`. An `Rc` is not: its twin stays behind, and both would count in the same place.

use std::rc::Rc;

fn main() {
    let mut names = [Rc::new("Ada"), Rc::new("Ben")];
    let _twins = names.clone();
    ex04::both_halves_mut(&mut names, |half| half.reverse()); //~ E0277
}
