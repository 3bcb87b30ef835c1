//! expect: wrong-answer in behaviour::fifty_customers_each_draw_one_ticket
//!
//! Keeps the tickets in a `u8`: after 255 it begins again at 0.

use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let handles: Vec<_> = customers
        .into_iter()
        .map(|name| thread::spawn(move || (draw(&name) as u8, name)))
        .collect();
    let mut queue: Vec<(u8, String)> = handles
        .into_iter()
        .map(|handle| handle.join().unwrap())
        .collect();
    queue.sort_by_key(|&(ticket, _)| ticket);
    queue.into_iter().map(|(_, name)| name).collect()
}
