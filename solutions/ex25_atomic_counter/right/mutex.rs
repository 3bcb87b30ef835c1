//! expect: passed
//!
//! No atomic at all. A `Mutex` does the same and costs a little more, as long as nobody holds it while
//! serving.

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
        let mut next = self.next.lock().unwrap();
        *next += 1;
        *next - 1
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
