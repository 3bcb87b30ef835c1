//! expect: passed
//!
//! The names stay at home. The threads bring back tickets, by which the places in the list are
//! sorted.

use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let tickets: Vec<u32> = thread::scope(|scope| {
        let running: Vec<_> = customers
            .iter()
            .map(|name| scope.spawn(|| draw(name)))
            .collect();
        running
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    let mut order: Vec<usize> = (0..customers.len()).collect();
    order.sort_unstable_by_key(|&place| tickets[place]);
    order
        .into_iter()
        .map(|place| customers[place].clone())
        .collect()
}
