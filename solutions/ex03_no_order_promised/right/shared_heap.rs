//! expect: passed
//!
//! Every thread puts its ticket on a shared heap, which gives back the lowest first.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::{Arc, Mutex};
use std::thread::Builder;

pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    let heap = Arc::new(Mutex::new(BinaryHeap::new()));
    let mut handles = Vec::new();
    for name in customers {
        let heap = Arc::clone(&heap);
        let customer = Builder::new().name(name.clone());
        let handle = customer.spawn(move || {
            let ticket = draw(&name);
            heap.lock().unwrap().push(Reverse((ticket, name)));
        });
        handles.push(handle.unwrap());
    }
    for handle in handles {
        handle.join().unwrap();
    }
    let mut heap = heap.lock().unwrap();
    let mut served = Vec::new();
    while let Some(Reverse((_, name))) = heap.pop() {
        served.push(name);
    }
    served
}
