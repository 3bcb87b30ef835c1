//! An atomic counter may be changed by many threads at once, so `scan` may hold
//! one.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

fn main() {
    let scans = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&scans);
    let tally = ex15::tally_words(2, move |page| {
        counter.fetch_add(1, Ordering::Relaxed);
        format!("page {page}")
    });
    println!("{} scans: {tally:?}", scans.load(Ordering::Relaxed));
}
