//! expect: overlocked in schedules::nobody_waits_for_another_customer
//!
//! Holds the lock of the list while drawing, so that both orders are the same one. The
//! tickets need no sorting then, and the customers queue up before they have a ticket.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let served = Arc::new(Mutex::new(Vec::new()));
    let mut handles = Vec::new();
    for name in customers {
        let served = Arc::clone(&served);
        handles.push(thread::spawn(move || {
            let mut served = served.lock().unwrap();
            draw(&name);
            served.push(name);
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    let served = served.lock().unwrap();
    served.clone()
}
