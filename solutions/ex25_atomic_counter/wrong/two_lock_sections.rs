//! expect: race in schedules::no_two_customers_hold_the_same_ticket
//!
//! A mutex, locked once to read and once more to write. Between the two it is free.

use std::sync::Mutex;
use std::thread;

pub struct Tickets {
    first: u64,
    next: Mutex<u64>,
}

impl Tickets {
    pub fn new(first: u64) -> Tickets {
        Tickets {
            first,
            next: Mutex::new(first),
        }
    }

    pub fn take(&self) -> u64 {
        let number = *self.next.lock().unwrap();
        *self.next.lock().unwrap() = number + 1;
        number
    }

    pub fn taken(&self) -> u64 {
        *self.next.lock().unwrap() - self.first
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
