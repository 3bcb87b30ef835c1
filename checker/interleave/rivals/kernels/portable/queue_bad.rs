//! A queue whose flags say whose turn it is.
//!
//! Source: SCTBench, `CS.queue_bad`.
//! Goes wrong: the taker looks at the flag and takes in two visits to the lock;
//! another taker comes between.
//! Expected: race.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::thread;

fn take<const FIXED: bool>(queue: &Mutex<VecDeque<u32>>) -> Option<u32> {
    if FIXED {
        return queue.lock().unwrap().pop_front();
    }
    if queue.lock().unwrap().is_empty() {
        return None;
    }
    Some(queue.lock().unwrap().pop_front().expect("it was not empty"))
}

pub fn body<const FIXED: bool>() {
    let queue = Arc::new(Mutex::new(VecDeque::new()));
    let threads = [(); 2].map(|()| {
        let queue = Arc::clone(&queue);
        thread::spawn(move || take::<FIXED>(&queue))
    });
    queue.lock().unwrap().push_back(1);
    for thread in threads {
        thread.join().unwrap();
    }
}
