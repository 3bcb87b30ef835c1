//! expect: timed-out in behaviour::fifty_customers_are_at_the_machine_at_once
//!
//! Lets four customers in, and the next four when those have their tickets.

use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let mut tickets = Vec::new();
    for four in customers.chunks(4) {
        let handles: Vec<_> = four
            .iter()
            .cloned()
            .map(|name| thread::spawn(move || (draw(&name), name)))
            .collect();
        for handle in handles {
            tickets.push(handle.join().unwrap());
        }
    }
    tickets.sort();
    tickets.into_iter().map(|(_, name)| name).collect()
}
