//! The honest twin: the job owns its `String` and its part of an `Arc`.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

fn main() {
    let pool = ex13::Pool::new(2);
    let mailed = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&mailed);
    let receipt = String::from("order 17");
    pool.submit(move || {
        println!("mailing {receipt}");
        counter.fetch_add(1, Ordering::Relaxed);
    });
    pool.finish();
    println!("{mailed:?} mailed");
}
