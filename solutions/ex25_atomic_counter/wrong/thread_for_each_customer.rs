//! expect: race in schedules::a_desk_serves_one_customer_at_a_time
//!
//! Opens a desk for each customer, however many desks there are.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

/// A machine that hands out numbered tickets. Any number of threads may use it at once.
pub struct Tickets {
    /// Never changes, so it needs no protection.
    first: u64,
    next: AtomicU64,
}

impl Tickets {
    /// A machine whose first ticket has the number `first`.
    pub fn new(first: u64) -> Tickets {
        Tickets {
            first,
            next: AtomicU64::new(first),
        }
    }

    /// Takes the next ticket. Each number comes once, and none is left out.
    pub fn take(&self) -> u64 {
        // One step that reads the number and writes the next. `Relaxed` is enough: two threads never
        // get the same number with any ordering, and a ticket says nothing about other memory.
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    /// How many tickets have been taken.
    pub fn taken(&self) -> u64 {
        self.next.load(Ordering::Relaxed) - self.first
    }
}

/// Opens `desks` desks, which together serve the customers 1 to `customers`.
pub fn serve_all<F>(desks: usize, customers: u64, serve: F)
where
    F: Fn(u64) + Sync,
{
    // One machine for all desks. The scope lets them borrow it, and waits for all of them at its end.
    let tickets = Tickets::new(1);
    let _ = desks;
    let serve = &serve;
    thread::scope(|scope| {
        for _ in 0..customers {
            scope.spawn(|| serve(tickets.take()));
        }
    });
}
