//! expect: wrong-answer in schedules::every_customer_is_a_new_thread
//!
//! The ticket is drawn outside the closure, by the thread that starts the others.

use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let handles: Vec<_> = customers
        .into_iter()
        .map(|name| {
            let ticket = draw(&name);
            thread::spawn(move || (ticket, name))
        })
        .collect();
    let mut queue: Vec<(u32, String)> = handles
        .into_iter()
        .map(|handle| handle.join().unwrap())
        .collect();
    queue.sort();
    queue.into_iter().map(|(_, name)| name).collect()
}
