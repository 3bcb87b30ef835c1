//! The honest twin: each shop owns what it sells from. The journal stays on the caller's thread, so
//! it may hold an `Rc` and borrow a local.

use std::cell::Cell;
use std::rc::Rc;

fn main() {
    let shops = vec![vec![1200, 80].into_iter(), vec![250].into_iter()];
    let lines = Rc::new(Cell::new(0));
    let mut dearest = 0;
    let total = ex08::run_day(shops, |_, cents| {
        lines.set(lines.get() + 1);
        dearest = dearest.max(cents);
    });
    println!(
        "{total} cents in {} lines, {dearest} the dearest",
        lines.get()
    );
}
