//! A `MutexGuard` is `Sync` and not `Send`. `parallel_map` moves neither the items
//! nor `f`: its threads look at them. So there may be guards among both.

use std::sync::Mutex;

use ex34::parallel_map;

fn main() {
    let price = Mutex::new(3);
    let shelves = [Mutex::new(10), Mutex::new(20)];

    let price = price.lock().unwrap();
    let stock: Vec<_> = shelves.iter().map(|shelf| shelf.lock().unwrap()).collect();
    let worth: Vec<i32> = parallel_map(&stock, move |count: &_| **count * *price);
    assert_eq!(worth, [30, 60]);
}
