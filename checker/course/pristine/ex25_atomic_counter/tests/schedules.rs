//! `Tickets` and `serve_all` under the explorer.
//!
//! In this file `std` is the explorer's look-alike. Each test runs in every order of the threads that
//! matters, and fails if a single one goes wrong. `sometimes!(…)` asks whether there is an order, even
//! one, in which something happens.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex25;

use ex25::{Tickets, serve_all};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Barrier, Mutex};
use std::thread;

#[test]
fn no_two_customers_hold_the_same_ticket() {
    interleave::explore(|| {
        let tickets = Arc::new(Tickets::new(7));
        let other = {
            let tickets = Arc::clone(&tickets);
            thread::spawn(move || tickets.take())
        };
        let mut numbers = [tickets.take(), other.join().expect("take panicked")];
        numbers.sort_unstable();
        assert_eq!(
            numbers,
            [7, 8],
            "two threads took a ticket each from a machine that starts at 7, and these came out (on the left)"
        );
    });
}

#[test]
fn every_ticket_is_counted() {
    interleave::explore(|| {
        let tickets = Arc::new(Tickets::new(7));
        let other = {
            let tickets = Arc::clone(&tickets);
            thread::spawn(move || tickets.take())
        };
        tickets.take();
        other.join().expect("take panicked");
        assert_eq!(
            tickets.taken(),
            2,
            "two threads took a ticket each, but this many (on the left) were counted"
        );
    });
}

#[test]
fn every_customer_is_served_once() {
    interleave::explore(|| {
        let served = Mutex::new(Vec::new());
        serve_all(2, 3, |number| served.lock().unwrap().push(number));

        let mut served = served.into_inner().unwrap();
        served.sort_unstable();
        assert_eq!(
            served,
            [1, 2, 3],
            "2 desks had to serve the customers 1, 2 and 3 once each, but they served these (on the left)"
        );
    });
}

#[test]
fn two_desks_work_at_the_same_time() {
    interleave::explore(|| {
        let serving = AtomicUsize::new(0);
        let met = AtomicBool::new(false);
        serve_all(2, 2, |_| {
            if serving.fetch_add(1, SeqCst) == 1 {
                met.store(true, SeqCst);
            }
            serving.fetch_sub(1, SeqCst);
        });
        assert!(
            interleave::threads_spawned() >= 1,
            "serve_all started no thread, so there is only one desk"
        );
        sometimes!(
            met.load(SeqCst),
            "two customers are being served at the same time"
        );
    });
}

#[test]
fn a_desk_serves_one_customer_at_a_time() {
    interleave::explore(|| {
        let serving = AtomicUsize::new(0);
        let too_many = AtomicBool::new(false);
        serve_all(1, 2, |_| {
            if serving.fetch_add(1, SeqCst) == 1 {
                too_many.store(true, SeqCst);
            }
            serving.fetch_sub(1, SeqCst);
        });
        assert!(
            !too_many.load(SeqCst),
            "there was 1 desk, but two customers were being served at the same time"
        );
    });
}

#[test]
fn a_free_desk_serves_the_next_customer() {
    interleave::explore(|| {
        // Customer 1 keeps a desk busy until customer 3 is there. The other desk has to serve 2 and 3.
        let meeting = Barrier::new(2);
        serve_all(2, 3, |number| {
            if number != 2 {
                meeting.wait();
            }
        });
    });
}

/// The signatures of the task hold here as well: what a test compares is what it seems to be.
const _: fn(u64) -> Tickets = Tickets::new;
const _: fn(&Tickets) -> u64 = Tickets::take;
const _: fn(&Tickets) -> u64 = Tickets::taken;
fn _signature<F: Fn(u64) + Sync>(desks: usize, customers: u64, serve: F) {
    let () = serve_all(desks, customers, serve);
}
