//! expect: overlocked in schedules::two_desks_work_at_the_same_time
//!
//! Joins each desk right after opening it: the second opens when the first has served everybody.

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
            scope
                .spawn(|| {
                    loop {
                        let number = tickets.take();
                        if number > customers {
                            return;
                        }
                        serve(number);
                    }
                })
                .join()
                .unwrap();
        }
    });
}
