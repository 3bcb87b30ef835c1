//! `Tickets` and `serve_all` on real threads.
//!
//! A test that hangs is ended by the watchdog, which says what its threads are waiting for.

use ex25::Tickets;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Barrier, Mutex};
use std::thread;
use testkit::watchdog;

/// The functions under test. These lines compile only while the signatures are those of the task.
const NEW: fn(u64) -> Tickets = Tickets::new;
const TAKE: fn(&Tickets) -> u64 = Tickets::take;
const TAKEN: fn(&Tickets) -> u64 = Tickets::taken;
fn serve_all<F: Fn(u64) + Sync>(desks: usize, customers: u64, serve: F) {
    let serve_all: fn(usize, u64, F) = ex25::serve_all;
    serve_all(desks, customers, serve);
}

#[test]
fn tickets_come_in_order() {
    watchdog(|| {
        for first in [0, 1, 700, 5_000_000_000] {
            let tickets = NEW(first);
            assert_eq!(TAKEN(&tickets), 0, "nobody has taken a ticket yet");
            let numbers = [TAKE(&tickets), TAKE(&tickets), TAKE(&tickets)];
            assert_eq!(numbers, [first, first + 1, first + 2]);
            assert_eq!(TAKEN(&tickets), 3);
        }
    });
}

#[test]
fn two_machines_count_for_themselves() {
    watchdog(|| {
        let (letters, parcels) = (NEW(1), NEW(500));
        assert_eq!(TAKE(&letters), 1);
        assert_eq!(TAKE(&parcels), 500);
        assert_eq!(TAKE(&letters), 2);
        assert_eq!((TAKEN(&letters), TAKEN(&parcels)), (2, 1));
    });
}

#[test]
fn four_threads_take_a_thousand_tickets_each() {
    watchdog(|| {
        let tickets = NEW(1);
        let numbers = Mutex::new(BTreeSet::new());
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let mine: Vec<u64> = (0..1_000).map(|_| TAKE(&tickets)).collect();
                    numbers.lock().unwrap().extend(mine);
                });
            }
        });
        let numbers = numbers.into_inner().unwrap();
        assert_eq!(numbers.len(), 4_000, "some tickets had the same number");
        assert_eq!(numbers.last(), Some(&4_000), "some numbers were left out");
        assert_eq!(TAKEN(&tickets), 4_000);
    });
}

#[test]
fn three_desks_serve_a_thousand_customers() {
    watchdog(|| {
        let times_served: Vec<AtomicU64> = (0..=1_001).map(|_| AtomicU64::new(0)).collect();
        serve_all(3, 1_000, |number| {
            // A customer beyond the last is counted as number 1001.
            times_served[number.min(1_001) as usize].fetch_add(1, Relaxed);
        });
        for (number, times) in times_served.iter().enumerate() {
            let expected = u64::from((1..=1_000).contains(&number));
            assert_eq!(
                times.load(Relaxed),
                expected,
                "customer {number} was served that often"
            );
        }
    });
}

#[test]
fn a_day_without_customers_ends() {
    watchdog(|| serve_all(3, 0, |number| panic!("there is no customer {number}")));
}

#[test]
fn one_desk_serves_everybody_in_order() {
    watchdog(|| {
        let served = Mutex::new(Vec::new());
        serve_all(1, 5, |number| served.lock().unwrap().push(number));
        assert_eq!(served.into_inner().unwrap(), [1, 2, 3, 4, 5]);
    });
}

#[test]
fn four_desks_serve_four_customers_at_once() {
    watchdog(|| {
        // Nobody passes the barrier before four customers have come to it.
        let barrier = Barrier::new(4);
        serve_all(4, 8, |_| {
            barrier.wait();
        });
    });
}
