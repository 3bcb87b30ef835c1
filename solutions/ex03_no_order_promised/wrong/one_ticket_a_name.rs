//! expect: wrong-answer in behaviour::customers_with_the_same_name_are_all_served
//!
//! Keeps the tickets under the names: of two customers called Ada one goes hungry.

use std::collections::HashMap;
use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let handles: Vec<_> = customers
        .into_iter()
        .map(|name| thread::spawn(move || (draw(&name), name)))
        .collect();
    let mut tickets = HashMap::new();
    for handle in handles {
        let (ticket, name) = handle.join().unwrap();
        tickets.insert(name, ticket);
    }
    let mut served: Vec<String> = tickets.keys().cloned().collect();
    served.sort_by_key(|name| tickets[name]);
    served
}
