//! expect: race in schedules::the_tickets_decide_who_is_served_first
//!
//! The first idea, made to look safe by a pause after each start.

use std::thread;
use std::time::Duration;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let mut handles = Vec::new();
    for name in customers {
        handles.push(thread::spawn(move || {
            draw(&name);
            name
        }));
        thread::sleep(Duration::from_millis(20));
    }
    handles
        .into_iter()
        .map(|handle| handle.join().unwrap())
        .collect()
}
