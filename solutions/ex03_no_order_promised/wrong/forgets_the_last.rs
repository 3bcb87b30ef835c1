//! expect: race in schedules::the_tickets_decide_who_is_served_first
//!
//! Off by one: nobody waits for the last customer.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let count = customers.len();
    let queue = Arc::new(Mutex::new(BTreeMap::new()));
    let mut handles = Vec::new();
    for name in customers {
        let queue = Arc::clone(&queue);
        handles.push(thread::spawn(move || {
            let ticket = draw(&name);
            queue.lock().unwrap().insert(ticket, name);
        }));
    }
    for handle in handles.into_iter().take(count.saturating_sub(1)) {
        handle.join().unwrap();
    }
    let queue = queue.lock().unwrap();
    queue.values().cloned().collect()
}
