//! expect: wrong-answer in behaviour::tickets_are_numbers_and_not_words
//!
//! Sorts by hand, with one round where two are needed. Two customers do not show it.

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
    for place in 1..queue.len() {
        if queue[place - 1].0 > queue[place].0 {
            queue.swap(place - 1, place);
        }
    }
    queue.into_iter().map(|(_, name)| name).collect()
}
