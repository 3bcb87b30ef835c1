//! expect: race in schedules::every_customer_is_served_once
//!
//! Looks whether a customer is left, and then takes a ticket. Two desks can see the same last customer,
//! and one of them calls a customer who is not there.

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
    let tickets = Tickets::new(1);
    thread::scope(|scope| {
        for _ in 0..desks {
            scope.spawn(|| {
                while tickets.taken() < customers {
                    serve(tickets.take());
                }
            });
        }
    });
}
