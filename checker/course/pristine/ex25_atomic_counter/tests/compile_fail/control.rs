//! The honest twin: all desks count in an atomic that they borrow, and threads share the machine.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

fn main() {
    let served = AtomicU64::new(0);
    ex25::serve_all(2, 3, |_| {
        served.fetch_add(1, Ordering::Relaxed);
    });

    let tickets = ex25::Tickets::new(1);
    thread::scope(|scope| {
        scope.spawn(|| tickets.take());
        scope.spawn(|| tickets.take());
    });
    println!("{served:?} served, {} more tickets", tickets.taken());
}
