//! Two customers, one ticket machine, and every order in which they can get there. These
//! tests run your function again and again, and let another thread go first each time.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex03;

// The tests note down what happened behind a real mutex. No schedule tells of it: these notes
// are the tests' own business.
use interleave::the_real_std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread::{self, ThreadId};

fn ada_and_ben() -> Vec<String> {
    vec!["Ada".to_string(), "Ben".to_string()]
}

#[test]
fn the_tickets_decide_who_is_served_first() {
    static NEXT_TICKET: AtomicU32 = AtomicU32::new(9);
    static DRAWN: Mutex<Vec<(u32, String)>> = Mutex::new(Vec::new());

    fn draw(name: &str) -> u32 {
        let ticket = NEXT_TICKET.fetch_add(1, Ordering::SeqCst);
        DRAWN.lock().unwrap().push((ticket, name.to_string()));
        ticket
    }

    interleave::explore(|| {
        DRAWN.lock().unwrap().clear();
        let served = ex03::serving_order(ada_and_ben(), draw);

        let mut drawn = DRAWN.lock().unwrap().clone();
        assert_eq!(
            drawn.len(),
            2,
            "how many of the 2 tickets were drawn when `serving_order` returned"
        );
        drawn.sort();
        let [first, second] = [&drawn[0].1, &drawn[1].1];
        assert_eq!(
            served,
            [first.as_str(), second.as_str()],
            "{first} drew number 9 and {second} drew number 10 this time, \
             and they must be served in that order"
        );
    });
}

#[test]
fn every_customer_is_a_new_thread() {
    static NEXT_TICKET: AtomicU32 = AtomicU32::new(1);
    static DRAWN_BY: Mutex<Vec<ThreadId>> = Mutex::new(Vec::new());

    fn draw(_: &str) -> u32 {
        let ticket = NEXT_TICKET.fetch_add(1, Ordering::SeqCst);
        DRAWN_BY.lock().unwrap().push(thread::current().id());
        ticket
    }

    interleave::explore(|| {
        DRAWN_BY.lock().unwrap().clear();
        ex03::serving_order(ada_and_ben(), draw);

        let drawn_by = DRAWN_BY.lock().unwrap().clone();
        assert_eq!(
            drawn_by.len(),
            2,
            "how many of the 2 tickets were drawn when `serving_order` returned"
        );
        assert!(
            !drawn_by.contains(&thread::current().id()),
            "the thread that called `serving_order` drew a ticket itself: \
             leave that to new threads"
        );
        assert_ne!(
            drawn_by[0], drawn_by[1],
            "one thread drew both tickets: start one for each customer"
        );
    });
}

#[test]
fn nobody_waits_for_another_customer() {
    static NEXT_TICKET: AtomicU32 = AtomicU32::new(1);
    static AT_THE_MACHINE: AtomicU32 = AtomicU32::new(0);
    static MET: AtomicBool = AtomicBool::new(false);

    fn draw(_: &str) -> u32 {
        if AT_THE_MACHINE.fetch_add(1, Ordering::SeqCst) == 1 {
            MET.store(true, Ordering::SeqCst);
        }
        let ticket = NEXT_TICKET.fetch_add(1, Ordering::SeqCst);
        AT_THE_MACHINE.fetch_sub(1, Ordering::SeqCst);
        ticket
    }

    interleave::explore(|| {
        ex03::serving_order(ada_and_ben(), draw);

        sometimes!(
            MET.load(Ordering::SeqCst),
            "Ada and Ben are both inside `draw` at the same time"
        );
    });
}

#[test]
fn three_customers_are_at_the_machine_at_once() {
    static NEXT_TICKET: AtomicU32 = AtomicU32::new(1);
    static AT_THE_MACHINE: AtomicU32 = AtomicU32::new(0);
    static ALL_MET: AtomicBool = AtomicBool::new(false);

    fn draw(_: &str) -> u32 {
        if AT_THE_MACHINE.fetch_add(1, Ordering::SeqCst) == 2 {
            ALL_MET.store(true, Ordering::SeqCst);
        }
        let ticket = NEXT_TICKET.fetch_add(1, Ordering::SeqCst);
        AT_THE_MACHINE.fetch_sub(1, Ordering::SeqCst);
        ticket
    }

    interleave::explore(|| {
        let customers = ["Ada", "Ben", "Cleo"].map(String::from).to_vec();
        ex03::serving_order(customers, draw);

        sometimes!(
            ALL_MET.load(Ordering::SeqCst),
            "Ada, Ben and Cleo are all inside `draw` at the same time"
        );
    });
}

/// The signatures of the task hold here as well: what a test compares is what it seems to be.
type Minutes = fn(&str) -> u32;
const _: fn(Vec<String>, Minutes) -> Vec<String> = ex03::serving_order;
