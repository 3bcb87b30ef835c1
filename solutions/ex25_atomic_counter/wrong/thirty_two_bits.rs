//! expect: wrong-answer in behaviour::tickets_come_in_order
//!
//! Counts in 32 bits: a machine that starts beyond 4,294,967,295 starts elsewhere.

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

/// A machine that hands out numbered tickets. Any number of threads may use it at once.
pub struct Tickets {
    /// Never changes, so it needs no protection.
    first: u64,
    next: AtomicU32,
}

impl Tickets {
    /// A machine whose first ticket has the number `first`.
    pub fn new(first: u64) -> Tickets {
        Tickets {
            first,
            next: AtomicU32::new(first as u32),
        }
    }

    /// Takes the next ticket. Each number comes once, and none is left out.
    pub fn take(&self) -> u64 {
        // One step that reads the number and writes the next. `Relaxed` is enough: two threads never
        // get the same number with any ordering, and a ticket says nothing about other memory.
        u64::from(self.next.fetch_add(1, Ordering::Relaxed))
    }

    /// How many tickets have been taken.
    pub fn taken(&self) -> u64 {
        u64::from(self.next.load(Ordering::Relaxed)) - self.first
    }
}

/// Opens `desks` desks, which together serve the customers 1 to `customers`.
pub fn serve_all<F>(desks: usize, customers: u64, serve: F)
where
    F: Fn(u64) + Sync,
{
    // One machine for all desks. The scope lets them borrow it, and waits for all of them at its end.
    let tickets = Tickets::new(1);
    thread::scope(|scope| {
        for _ in 0..desks {
            scope.spawn(|| {
                loop {
                    // First take a ticket, then look at it. To look first whether tickets are left
                    // would be two steps again: another desk could take the last one in between.
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
