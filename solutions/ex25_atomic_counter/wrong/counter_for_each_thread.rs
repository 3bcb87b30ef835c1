//! expect: wrong-answer in schedules::no_two_customers_hold_the_same_ticket
//!
//! Each thread has a number of its own, which no other thread sees.

use std::cell::Cell;
use std::thread;

thread_local! {
    static TAKEN: Cell<u64> = const { Cell::new(0) };
}

pub struct Tickets {
    first: u64,
}

impl Tickets {
    pub fn new(first: u64) -> Tickets {
        TAKEN.set(0);
        Tickets { first }
    }

    pub fn take(&self) -> u64 {
        let taken = TAKEN.get();
        TAKEN.set(taken + 1);
        self.first + taken
    }

    pub fn taken(&self) -> u64 {
        TAKEN.get()
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
