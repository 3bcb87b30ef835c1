//! expect: compile-error
//!
//! A plain global variable needs `unsafe`, for the very reason that two threads may use it at once.

use std::thread;

static mut NEXT: u64 = 0;

pub struct Tickets {
    first: u64,
}

impl Tickets {
    pub fn new(first: u64) -> Tickets {
        Tickets { first }
    }

    pub fn take(&self) -> u64 {
        unsafe {
            NEXT += 1;
            self.first + NEXT - 1
        }
    }

    pub fn taken(&self) -> u64 {
        unsafe { NEXT }
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
