//! expect: passed
//!
//! The reference for exercise 03: every thread brings its ticket back, and we sort.

use std::thread;

/// Sends every customer for a ticket, each on a thread of their own, and returns their names
/// in the order in which they will be served.
pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    // All customers at once. Each thread owns a name, and returns it with the ticket:
    // the two belong together, so they travel together.
    let handles: Vec<_> = customers
        .into_iter()
        .map(|name| thread::spawn(move || (draw(&name), name)))
        .collect();

    // We join in the order of the list. That is an order of our own making: it says
    // nothing about who was first at the machine.
    let mut queue: Vec<(u32, String)> = handles
        .into_iter()
        .map(|handle| handle.join().unwrap())
        .collect();

    // Only the tickets know.
    queue.sort_by_key(|(ticket, _)| *ticket);
    queue.into_iter().map(|(_, name)| name).collect()
}
