//! expect: race in schedules::every_ticket_is_counted
//!
//! The numbers are right, but the count beside them is read and written in two steps.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

pub struct Tickets {
    next: AtomicU64,
    taken: AtomicU64,
}

impl Tickets {
    pub fn new(first: u64) -> Tickets {
        Tickets {
            next: AtomicU64::new(first),
            taken: AtomicU64::new(0),
        }
    }

    pub fn take(&self) -> u64 {
        self.taken.store(self.taken() + 1, Ordering::SeqCst);
        self.next.fetch_add(1, Ordering::SeqCst)
    }

    pub fn taken(&self) -> u64 {
        self.taken.load(Ordering::SeqCst)
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
