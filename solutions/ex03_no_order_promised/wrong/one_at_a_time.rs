//! expect: overlocked in schedules::nobody_waits_for_another_customer
//!
//! Joins each customer before the next may come in, which makes the order certain and
//! the threads pointless.

use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let mut queue = Vec::new();
    for name in customers {
        let customer = thread::spawn(move || (draw(&name), name));
        queue.push(customer.join().unwrap());
    }
    queue.sort();
    queue.into_iter().map(|(_, name)| name).collect()
}
