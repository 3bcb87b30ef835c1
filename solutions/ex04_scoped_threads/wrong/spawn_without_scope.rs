//! expect: compile-error
//!
//! The obvious first attempt: threads that may outlive the items that they borrow.

use std::thread;

pub fn both_halves<T, R, F>(items: &[T], work: F) -> (R, R)
where
    T: Sync,
    R: Send,
    F: Fn(&[T]) -> R + Sync,
{
    let (left, right) = items.split_at(items.len() / 2);
    let left = thread::spawn(|| work(left));
    let right = thread::spawn(|| work(right));
    (left.join().unwrap(), right.join().unwrap())
}

pub fn both_halves_mut<T, F>(items: &mut [T], change: F)
where
    T: Send,
    F: Fn(&mut [T]) + Sync,
{
    let (left, right) = items.split_at_mut(items.len() / 2);
    thread::scope(|scope| {
        scope.spawn(|| change(left));
        scope.spawn(|| change(right));
    });
}
