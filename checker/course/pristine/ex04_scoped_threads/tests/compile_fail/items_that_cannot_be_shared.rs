//! Two threads read the items at the same time, so the items must be `Sync`. A `Cell` is
//! not: it changes through a shared reference, and does not notice when two threads do so.

use std::cell::Cell;

fn main() {
    let counters = [Cell::new(1), Cell::new(2)];
    ex04::both_halves(&counters, |half| half[0].get()); //~ E0277
}
