//! expect: wrong-answer in schedules::two_desks_work_at_the_same_time
//!
//! One loop on the caller's thread serves everybody, however many desks there are.

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

pub fn serve_all<F>(_desks: usize, customers: u64, serve: F)
where
    F: Fn(u64) + Sync,
{
    let tickets = Tickets::new(1);
    while tickets.taken() < customers {
        serve(tickets.take());
    }
}
