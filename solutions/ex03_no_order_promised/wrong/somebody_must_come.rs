//! expect: wrong-answer in behaviour::nobody_comes
//!
//! Takes the lowest ticket out first, also when nobody has drawn one.

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
    queue.sort();
    let (_, first) = queue.remove(0);
    let mut served = vec![first];
    served.extend(queue.into_iter().map(|(_, name)| name));
    served
}
