//! expect: passed
//!
//! The reference for exercise 04: one scope, two threads, nothing copied.

use std::thread;

/// Runs `work` on the left and on the right half of `items`, both at the same time.
pub fn both_halves<T, R, F>(items: &[T], work: F) -> (R, R)
where
    T: Sync,
    R: Send,
    F: Fn(&[T]) -> R + Sync,
{
    let (left, right) = items.split_at(items.len() / 2);
    thread::scope(|scope| {
        // Both closures borrow `work` and a half. No `move`, no clone: the scope ends
        // only when both threads have, and `items` lives longer than that.
        let left = scope.spawn(|| work(left));
        let right = scope.spawn(|| work(right));
        // Both are running by now. Whichever is first, the left answer stands left.
        (left.join().unwrap(), right.join().unwrap())
    })
}

/// Lets `change` alter the left and the right half of `items`, both at the same time.
pub fn both_halves_mut<T, F>(items: &mut [T], change: F)
where
    T: Send,
    F: Fn(&mut [T]) + Sync,
{
    // Two exclusive borrows of one slice: allowed, as the halves do not overlap.
    let (left, right) = items.split_at_mut(items.len() / 2);
    thread::scope(|scope| {
        scope.spawn(|| change(left));
        scope.spawn(|| change(right));
        // No join by hand: the scope waits for every thread that was started in it.
    });
}
