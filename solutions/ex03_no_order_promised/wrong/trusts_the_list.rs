//! expect: race in schedules::the_tickets_decide_who_is_served_first
//!
//! The first idea: who is started first draws first. Mostly.

use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let mut handles = Vec::new();
    for name in customers {
        handles.push(thread::spawn(move || {
            draw(&name);
            name
        }));
    }
    handles
        .into_iter()
        .map(|handle| handle.join().unwrap())
        .collect()
}
