//! expect: wrong-answer in schedules::every_ticket_is_counted
//!
//! Hands out the two tickets that the first test expects.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

pub struct Tickets {
    second: AtomicU64,
}

impl Tickets {
    pub fn new(_first: u64) -> Tickets {
        Tickets {
            second: AtomicU64::new(0),
        }
    }

    pub fn take(&self) -> u64 {
        7 + self.second.fetch_or(1, Ordering::SeqCst)
    }

    pub fn taken(&self) -> u64 {
        self.second.load(Ordering::SeqCst)
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
