//! What a [`Queue`] does, seen from outside, on real threads.
//!
//! A queue that sometimes leaves a thread asleep often passes this file.
//! `schedules.rs` looks for the moment when it does.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Mutex;
use std::thread;

use ex21::Queue;

/// Something that may not be sent to a thread, nor cloned. It may be in a queue all
/// the same.
type Plate = Cell<Rc<str>>;

/// These compile only while the signatures are the ones that the task gave you,
/// with no bounds on `T`.
const _: fn(usize) -> Queue<Plate> = Queue::new;
const _: fn(&Queue<Plate>, Plate) -> Result<(), Plate> = Queue::push;
const _: fn(&Queue<Plate>) -> Option<Plate> = Queue::pop;
const _: fn(&Queue<Plate>) = Queue::close;

#[test]
fn items_come_out_in_the_order_they_went_in() {
    testkit::watchdog(|| {
        let queue = Queue::new(3);
        for evening in 1..=2 {
            for plate in ["soup", "fish", "cake"] {
                assert_eq!(
                    queue.push((evening, plate)),
                    Ok(()),
                    "three plates fit into three places"
                );
            }
            for plate in ["soup", "fish", "cake"] {
                assert_eq!(queue.pop(), Some((evening, plate)), "first in, first out");
            }
        }
    });
}

#[test]
fn a_closed_queue_gives_out_the_rest_and_stays_closed() {
    testkit::watchdog(|| {
        let queue = Queue::new(3);
        queue.push("soup").expect("the queue is open");
        queue.push("fish").expect("the queue is open");
        queue.close();
        queue.close();
        assert_eq!(
            queue.push("cake"),
            Err("cake"),
            "nothing goes into a closed queue, though there is a place"
        );
        assert_eq!(queue.pop(), Some("soup"), "soup was inside");
        assert_eq!(queue.pop(), Some("fish"), "fish was inside");
        assert_eq!(queue.pop(), None, "closed, and nothing left");
        assert_eq!(queue.pop(), None, "still closed, and still nothing left");
    });
}

#[test]
fn a_busy_evening_serves_every_plate_once() {
    testkit::watchdog(|| {
        const COOKS: usize = 3;
        const PLATES: usize = 200;
        let queue = Queue::new(2);
        let served = Mutex::new(Vec::new());
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    while let Some(plate) = queue.pop() {
                        served.lock().unwrap().push(plate);
                    }
                });
            }
            let cooks: Vec<_> = (0..COOKS)
                .map(|cook| {
                    let queue = &queue;
                    scope.spawn(move || {
                        for plate in 0..PLATES {
                            queue
                                .push((cook, plate))
                                .expect("the queue is open until all cooks are done");
                        }
                    })
                })
                .collect();
            let cooked = cooks.into_iter().all(|cook| cook.join().is_ok());
            queue.close();
            assert!(cooked, "a push failed although nobody had closed the queue");
        });
        let served = served.into_inner().unwrap();
        let different: BTreeSet<_> = served.iter().collect();
        assert_eq!(
            (served.len(), different.len()),
            (COOKS * PLATES, COOKS * PLATES),
            "plates that were served, and different ones among them"
        );
    });
}
