//! expect: overlocked in schedules::three_customers_are_at_the_machine_at_once
//!
//! As many threads as there are processors: each draws for several customers, one after the
//! other.

use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let threads = thread::available_parallelism().map_or(2, usize::from);
    let mut groups = vec![Vec::new(); threads];
    for (place, name) in customers.into_iter().enumerate() {
        groups[place % threads].push(name);
    }
    let handles: Vec<_> = groups
        .into_iter()
        .map(|group| {
            thread::spawn(move || {
                let mut tickets = Vec::new();
                for name in group {
                    tickets.push((draw(&name), name));
                }
                tickets
            })
        })
        .collect();
    let mut tickets: Vec<_> = handles
        .into_iter()
        .flat_map(|handle| handle.join().unwrap())
        .collect();
    tickets.sort();
    tickets.into_iter().map(|(_, name)| name).collect()
}
