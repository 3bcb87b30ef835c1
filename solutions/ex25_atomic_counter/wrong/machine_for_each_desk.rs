//! expect: wrong-answer in schedules::every_customer_is_served_once
//!
//! Every desk has a machine of its own, so every desk serves all customers.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

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
    thread::scope(|scope| {
        for _ in 0..desks {
            scope.spawn(|| {
                let tickets = Tickets::new(1);
                loop {
                    let number = tickets.take();
                    if number > customers {
                        return;
                    }
                    serve(number);
                }
            });
        }
    });
}
