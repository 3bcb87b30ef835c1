//! expect: passed
//!
//! One atomic for the number, another for the count. Each is right by itself, and nobody compares them.

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
        self.taken.fetch_add(1, Ordering::Relaxed);
        self.next.fetch_add(1, Ordering::AcqRel)
    }

    pub fn taken(&self) -> u64 {
        self.taken.load(Ordering::Acquire)
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
