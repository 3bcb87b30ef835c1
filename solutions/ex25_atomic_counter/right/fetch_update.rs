//! expect: passed
//!
//! `fetch_update` takes a ticket only if there is one left, in one step. The caller's thread is the last
//! desk.

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
        self.next
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |number| {
                Some(number + 1)
            })
            .unwrap()
    }

    pub fn taken(&self) -> u64 {
        self.next.load(Ordering::Relaxed) - self.first
    }
}

pub fn serve_all<F>(desks: usize, customers: u64, serve: F)
where
    F: Fn(u64) + Sync,
{
    let waiting = AtomicU64::new(1);
    let desk = || {
        while let Ok(number) = waiting.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |next| {
            (next <= customers).then_some(next + 1)
        }) {
            serve(number);
        }
    };
    thread::scope(|scope| {
        for _ in 1..desks {
            scope.spawn(desk);
        }
        desk();
    });
}
