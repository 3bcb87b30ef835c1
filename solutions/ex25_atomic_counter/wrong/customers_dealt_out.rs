//! expect: deadlock in schedules::a_free_desk_serves_the_next_customer
//!
//! Deals the customers out beforehand: desk 0 has 1, 3, 5, desk 1 has 2, 4, 6. One slow customer holds up
//! all that stand behind, though another desk is free.

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
        for desk in 0..desks {
            let serve = &serve;
            scope.spawn(move || (1..=customers).skip(desk).step_by(desks).for_each(serve));
        }
    });
}
