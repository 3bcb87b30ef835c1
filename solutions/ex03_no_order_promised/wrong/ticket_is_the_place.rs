//! expect: wrong-answer in schedules::the_tickets_decide_who_is_served_first
//!
//! Uses the ticket as a place in the list. The roll need not begin with 1.

use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let mut served = vec![String::new(); customers.len()];
    let handles: Vec<_> = customers
        .into_iter()
        .map(|name| thread::spawn(move || (draw(&name), name)))
        .collect();
    for handle in handles {
        let (ticket, name) = handle.join().unwrap();
        served[ticket as usize - 1] = name;
    }
    served
}
