//! expect: race in schedules::the_tickets_decide_who_is_served_first
//!
//! Sleeps where it should join. Half a second is for ever, until it is not.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let queue = Arc::new(Mutex::new(BTreeMap::new()));
    for name in customers {
        let queue = Arc::clone(&queue);
        thread::spawn(move || {
            let ticket = draw(&name);
            queue.lock().unwrap().insert(ticket, name);
        });
    }
    thread::sleep(Duration::from_millis(500));
    let queue = queue.lock().unwrap();
    queue.values().cloned().collect()
}
