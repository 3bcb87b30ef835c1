//! expect: race in schedules::the_tickets_decide_who_is_served_first
//!
//! Notes the names as the threads come back. One may be overtaken between the
//! machine and the list.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let served = Arc::new(Mutex::new(Vec::new()));
    let mut handles = Vec::new();
    for name in customers {
        let served = Arc::clone(&served);
        handles.push(thread::spawn(move || {
            draw(&name);
            served.lock().unwrap().push(name);
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    let served = served.lock().unwrap();
    served.clone()
}
