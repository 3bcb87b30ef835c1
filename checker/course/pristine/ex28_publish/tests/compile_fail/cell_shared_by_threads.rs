//! A `Cell` is `Send` and not `Sync`. All who call `get` look at the same cell, so two threads would
//! change it at once.

use std::cell::Cell;
use std::thread;

fn main() {
    let place: ex28::Published<Cell<i32>> = ex28::Published::empty();
    thread::scope(|scope| {
        scope.spawn(|| place.get().map(|cell| cell.set(1))); //~ E0277
        place.get().map(|cell| cell.set(2));
    });
}
