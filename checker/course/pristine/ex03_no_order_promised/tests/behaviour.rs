//! Your function on real threads, with several kinds of ticket machine.

use ex03::serving_order;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Barrier, Mutex};
use std::thread::{self, ThreadId};
use testkit::watchdog;

/// The signature that you keep.
const _: fn(Vec<String>, TicketMachine) -> Vec<String> = serving_order;
type TicketMachine = fn(&str) -> u32;

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}

#[test]
fn the_lowest_ticket_is_served_first() {
    fn draw(name: &str) -> u32 {
        match name {
            "Ada" => 31,
            "Ben" => 12,
            _ => 25,
        }
    }

    watchdog(|| {
        assert_eq!(
            serving_order(owned(&["Ada", "Ben", "Cleo"]), draw),
            ["Ben", "Cleo", "Ada"],
            "Ada drew 31, Ben 12 and Cleo 25"
        );
    });
}

#[test]
fn nobody_comes() {
    watchdog(|| assert!(serving_order(Vec::new(), |_| 1).is_empty()));
}

#[test]
fn tickets_are_numbers_and_not_words() {
    fn draw(name: &str) -> u32 {
        match name {
            "Ada" => 100,
            "Ben" => 20,
            _ => 3,
        }
    }

    watchdog(|| {
        assert_eq!(
            serving_order(owned(&["Ada", "Ben", "Cleo"]), draw),
            ["Cleo", "Ben", "Ada"],
            "Cleo drew 3, Ben 20 and Ada 100"
        );
    });
}

#[test]
fn any_number_may_stand_on_a_ticket() {
    fn draw(name: &str) -> u32 {
        match name {
            "Ada" => u32::MAX,
            _ => 0,
        }
    }

    watchdog(|| {
        assert_eq!(
            serving_order(owned(&["Ada", "Ben"]), draw),
            ["Ben", "Ada"],
            "Ada drew the highest number that there is, and Ben drew 0"
        );
    });
}

#[test]
fn customers_with_the_same_name_are_all_served() {
    static NEXT: AtomicU32 = AtomicU32::new(1);

    watchdog(|| {
        let served = serving_order(owned(&["Ada", "Ada", "Ada"]), |_| {
            NEXT.fetch_add(1, Ordering::SeqCst)
        });
        assert_eq!(
            served,
            ["Ada", "Ada", "Ada"],
            "three customers, who are all called Ada"
        );
    });
}

#[test]
fn fifty_customers_each_draw_one_ticket() {
    static DRAWN: Mutex<Vec<Ticket>> = Mutex::new(Vec::new());

    struct Ticket {
        name: String,
        drawn_by: ThreadId,
    }

    fn draw(name: &str) -> u32 {
        let mut drawn = DRAWN.lock().unwrap();
        drawn.push(Ticket {
            name: name.to_string(),
            drawn_by: thread::current().id(),
        });
        // Only every seventh number comes out of this machine.
        u32::try_from(drawn.len()).unwrap() * 7
    }

    watchdog(|| {
        let customers = (1..=50).map(|number| format!("customer {number}"));
        let served = serving_order(customers.collect(), draw);

        let drawn = DRAWN.lock().unwrap();
        assert_eq!(
            drawn.len(),
            50,
            "how many of the 50 tickets were drawn when `serving_order` returned"
        );
        assert_eq!(served.len(), 50, "how many of the 50 customers were served");
        // The first difference says more than two lists of fifty names.
        for (place, (name, ticket)) in served.iter().zip(drawn.iter()).enumerate() {
            assert_eq!(
                *name,
                ticket.name,
                "number {} of the queue drew ticket {} (on the right), \
                 but somebody else was served in that place (on the left)",
                place + 1,
                (place + 1) * 7
            );
        }
        assert!(
            drawn
                .iter()
                .all(|ticket| ticket.drawn_by != thread::current().id()),
            "the thread that called `serving_order` drew a ticket itself: \
             leave that to new threads"
        );
    });
}

#[test]
fn fifty_customers_are_at_the_machine_at_once() {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    static ALL_ARE_HERE: Barrier = Barrier::new(50);
    static CALLER: Mutex<Option<ThreadId>> = Mutex::new(None);

    fn wait_for_all_and_draw(_: &str) -> u32 {
        // No thread that you started gets past the barrier before fifty have come to it.
        let caller = *CALLER.lock().unwrap();
        if caller != Some(thread::current().id()) {
            ALL_ARE_HERE.wait();
        }
        NEXT.fetch_add(1, Ordering::SeqCst)
    }

    watchdog(|| {
        *CALLER.lock().unwrap() = Some(thread::current().id());
        let served = serving_order(vec!["Ada".to_string(); 50], wait_for_all_and_draw);
        assert_eq!(served.len(), 50, "50 customers came");
    });
}
