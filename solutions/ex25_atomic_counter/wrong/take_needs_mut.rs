//! expect: compile-error
//!
//! Has changed the signature: `take` wants the machine for itself (`&mut self`), so two threads cannot use
//! it at once without a lock around it.

use std::sync::Mutex;
use std::thread;

pub struct Tickets {
    first: u64,
    next: u64,
}

impl Tickets {
    pub fn new(first: u64) -> Tickets {
        Tickets { first, next: first }
    }

    pub fn take(&mut self) -> u64 {
        self.next += 1;
        self.next - 1
    }

    pub fn taken(&self) -> u64 {
        self.next - self.first
    }
}

pub fn serve_all<F>(desks: usize, customers: u64, serve: F)
where
    F: Fn(u64) + Sync,
{
    let tickets = Mutex::new(Tickets::new(1));
    thread::scope(|scope| {
        for _ in 0..desks {
            scope.spawn(|| {
                loop {
                    let number = tickets.lock().unwrap().take();
                    if number > customers {
                        return;
                    }
                    serve(number);
                }
            });
        }
    });
}
