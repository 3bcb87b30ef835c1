//! expect: passed
//!
//! The strongest ordering everywhere. More than is needed, and right. The desks are iterators.

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
        self.next.fetch_add(1, Ordering::SeqCst)
    }

    pub fn taken(&self) -> u64 {
        self.next.load(Ordering::SeqCst) - self.first
    }
}

pub fn serve_all<F>(desks: usize, customers: u64, serve: F)
where
    F: Fn(u64) + Sync,
{
    let tickets = Tickets::new(1);
    let next = || Some(tickets.take()).filter(|&number| number <= customers);
    thread::scope(|scope| {
        let desks: Vec<_> = (0..desks)
            .map(|_| scope.spawn(|| std::iter::from_fn(next).for_each(&serve)))
            .collect();
        desks.into_iter().for_each(|desk| desk.join().unwrap());
    });
}
