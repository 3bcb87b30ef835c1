//! expect: wrong-answer in schedules::the_tickets_decide_who_is_served_first
//!
//! Compares the tickets as text, in which "10" comes before "9".

use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let handles: Vec<_> = customers
        .into_iter()
        .map(|name| thread::spawn(move || (draw(&name), name)))
        .collect();
    let mut queue: Vec<(u32, String)> = handles
        .into_iter()
        .map(|handle| handle.join().unwrap())
        .collect();
    queue.sort_by_key(|(ticket, _)| ticket.to_string());
    queue.into_iter().map(|(_, name)| name).collect()
}
