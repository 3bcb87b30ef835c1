//! expect: race in schedules::the_tickets_decide_who_is_served_first
//!
//! Sorts the tickets that happen to be there already.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let queue = Arc::new(Mutex::new(BTreeMap::new()));
    for name in customers {
        let queue = Arc::clone(&queue);
        thread::spawn(move || {
            let ticket = draw(&name);
            queue.lock().unwrap().insert(ticket, name);
        });
    }
    let queue = queue.lock().unwrap();
    queue.values().cloned().collect()
}
