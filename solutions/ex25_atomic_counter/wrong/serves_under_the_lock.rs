//! expect: overlocked in schedules::two_desks_work_at_the_same_time
//!
//! Keeps the lock on the number while serving, so the desks serve one at a time.

use std::sync::Mutex;
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
    let next = Mutex::new(1);
    thread::scope(|scope| {
        for _ in 0..desks {
            scope.spawn(|| {
                loop {
                    let mut next = next.lock().unwrap();
                    if *next > customers {
                        return;
                    }
                    serve(*next);
                    *next += 1;
                }
            });
        }
    });
}
