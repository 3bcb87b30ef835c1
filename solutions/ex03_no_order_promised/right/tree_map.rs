//! expect: passed
//!
//! A `BTreeMap` keeps its keys sorted, so that there is nothing left to sort.

use std::collections::BTreeMap;
use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let mut handles = Vec::new();
    for name in customers {
        handles.push(thread::spawn(move || {
            let ticket = draw(&name);
            (ticket, name)
        }));
    }
    let mut queue = BTreeMap::new();
    for handle in handles {
        let (ticket, name) = handle.join().unwrap();
        queue.insert(ticket, name);
    }
    queue.into_values().collect()
}
