//! expect: overlocked in schedules::nobody_waits_for_another_customer
//!
//! Each thread waits until all before it in the list have drawn: an order made by force.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let turn = Arc::new(AtomicUsize::new(0));
    let mut handles = Vec::new();
    for (place, name) in customers.into_iter().enumerate() {
        let turn = Arc::clone(&turn);
        handles.push(thread::spawn(move || {
            while turn.load(Ordering::SeqCst) != place {
                thread::yield_now();
            }
            let ticket = draw(&name);
            turn.store(place + 1, Ordering::SeqCst);
            (ticket, name)
        }));
    }
    let mut queue: Vec<(u32, String)> = handles
        .into_iter()
        .map(|handle| handle.join().unwrap())
        .collect();
    queue.sort();
    queue.into_iter().map(|(_, name)| name).collect()
}
