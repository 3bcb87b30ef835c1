//! expect: incomplete in schedules::every_customer_is_served_once
//!
//! The machine works, the office is still to be written.

use std::sync::atomic::{AtomicU64, Ordering};

pub struct Tickets {
    first: u64,
    next: AtomicU64,
}

impl Tickets {
    pub fn new(first: u64) -> Tickets {
        Tickets {
            first,
            next: AtomicU64::new(first),
        }
    }

    pub fn take(&self) -> u64 {
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    pub fn taken(&self) -> u64 {
        self.next.load(Ordering::Relaxed) - self.first
    }
}

pub fn serve_all<F>(desks: usize, customers: u64, serve: F)
where
    F: Fn(u64) + Sync,
{
    let _ = serve; // call it for every customer
    todo!("let {desks} threads share one machine until customer {customers} has been served")
}
