//! expect: passed
//!
//! The customers wait at the door until everybody is there. Then they all walk in.

use std::sync::{Arc, Barrier, RwLock};
use std::thread;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let door = Arc::new(Barrier::new(customers.len()));
    let queue = Arc::new(RwLock::new(Vec::new()));
    let threads: Vec<_> = customers
        .into_iter()
        .map(|name| {
            let (door, queue) = (Arc::clone(&door), Arc::clone(&queue));
            thread::spawn(move || {
                door.wait();
                let ticket = draw(&name);
                queue.write().unwrap().push((ticket, name));
            })
        })
        .collect();
    for thread in threads.into_iter().rev() {
        thread.join().unwrap();
    }
    queue.write().unwrap().sort();
    let queue = queue.read().unwrap();
    queue.iter().map(|(_, name)| name.clone()).collect()
}
