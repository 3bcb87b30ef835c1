//! Two threads add two numbers to each other, three times each.
//!
//! Source: SV-COMP and SCTBench, `CS.fib_bench_bad`, with 3 rounds.
//! Goes wrong: only strict turns reach the Fibonacci number that nobody
//! expected to be reached.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

const ROUNDS: usize = 3;

fn rounds(mine: &AtomicU32, other: &AtomicU32) {
    for _ in 0..ROUNDS {
        let sum = mine.load(SeqCst) + other.load(SeqCst);
        mine.store(sum, SeqCst);
    }
}

pub fn body<const FIXED: bool>() {
    let numbers = Arc::new((AtomicU32::new(1), AtomicU32::new(1)));
    let (a, b) = (numbers.clone(), numbers.clone());
    let one = thread::spawn(move || rounds(&a.0, &a.1));
    let two = thread::spawn(move || rounds(&b.1, &b.0));
    one.join().unwrap();
    two.join().unwrap();
    // With strict turns the greater one is the eighth Fibonacci number, 21.
    let limit = if FIXED { 22 } else { 21 };
    let greatest = numbers.0.load(SeqCst).max(numbers.1.load(SeqCst));
    assert!(greatest < limit, "{greatest} was reached");
}
