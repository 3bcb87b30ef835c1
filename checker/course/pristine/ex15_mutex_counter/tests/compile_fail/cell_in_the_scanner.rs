//! A `Cell` is changed without any lock. Two threads that change it at once
//! would lose counts, so `scan` must not hold one.

use std::cell::Cell;

fn main() {
    let scans = Cell::new(0);
    let scan = move |page| {
        scans.set(scans.get() + 1);
        format!("page {page}")
    };
    let tally = ex15::tally_words(2, scan); //~ E0277
    println!("{tally:?}");
}
