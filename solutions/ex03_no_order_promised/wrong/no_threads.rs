//! expect: wrong-answer in schedules::every_customer_is_a_new_thread
//!
//! Draws all tickets itself.

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let mut queue: Vec<(u32, String)> = customers
        .into_iter()
        .map(|name| (draw(&name), name))
        .collect();
    queue.sort();
    queue.into_iter().map(|(_, name)| name).collect()
}
