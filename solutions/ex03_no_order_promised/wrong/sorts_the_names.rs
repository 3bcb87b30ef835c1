//! expect: race in schedules::the_tickets_decide_who_is_served_first
//!
//! Sorts, but the names and not the tickets.

use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let handles: Vec<_> = customers
        .into_iter()
        .map(|name| thread::spawn(move || (draw(&name), name)))
        .collect();
    let mut served: Vec<String> = handles
        .into_iter()
        .map(|handle| handle.join().unwrap().1)
        .collect();
    served.sort();
    served
}
