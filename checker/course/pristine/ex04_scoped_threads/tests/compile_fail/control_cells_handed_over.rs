//! This must compile. A `Cell` is `Send`: it may be handed to another thread, as long as
//! one thread at a time has it. So `both_halves_mut` takes it, and `both_halves` may return it.

use std::cell::Cell;

fn main() {
    let mut counters = [Cell::new(1), Cell::new(2)];
    ex04::both_halves_mut(&mut counters, |half| half[0].set(7));

    let (left, right) = ex04::both_halves(&[1, 2, 3], |half| Cell::new(half.len()));
    assert_eq!(left.get() + right.get(), 3);
}
