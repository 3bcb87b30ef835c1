//! expect: wrong-answer in behaviour::any_number_may_stand_on_a_ticket
//!
//! Turns the tickets into `i32`, which makes negative numbers of the highest ones.

use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let handles: Vec<_> = customers
        .into_iter()
        .map(|name| thread::spawn(move || (draw(&name) as i32, name)))
        .collect();
    let mut queue: Vec<(i32, String)> = handles
        .into_iter()
        .map(|handle| handle.join().unwrap())
        .collect();
    queue.sort();
    queue.into_iter().map(|(_, name)| name).collect()
}
