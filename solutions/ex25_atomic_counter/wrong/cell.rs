//! expect: compile-error
//!
//! A `Cell` can be changed through `&self`, but only by one thread. The compiler does not let the desks
//! share it.

use std::cell::Cell;
use std::thread;

pub struct Tickets {
    first: u64,
    next: Cell<u64>,
}

impl Tickets {
    pub fn new(first: u64) -> Tickets {
        Tickets {
            first,
            next: Cell::new(first),
        }
    }

    pub fn take(&self) -> u64 {
        self.next.replace(self.next.get() + 1)
    }

    pub fn taken(&self) -> u64 {
        self.next.get() - self.first
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
