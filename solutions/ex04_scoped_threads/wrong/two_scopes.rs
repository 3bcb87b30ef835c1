//! expect: overlocked in schedules::both_halves_are_changed_at_the_same_time
//!
//! One scope for each half. The first scope waits for its thread before the second begins.

use std::thread;

pub fn both_halves<T, R, F>(items: &[T], work: F) -> (R, R)
where
    T: Sync,
    R: Send,
    F: Fn(&[T]) -> R + Sync,
{
    let (left, right) = items.split_at(items.len() / 2);
    thread::scope(|scope| {
        let left = scope.spawn(|| work(left));
        let right = scope.spawn(|| work(right));
        (left.join().unwrap(), right.join().unwrap())
    })
}

pub fn both_halves_mut<T, F>(items: &mut [T], change: F)
where
    T: Send,
    F: Fn(&mut [T]) + Sync,
{
    let (left, right) = items.split_at_mut(items.len() / 2);
    thread::scope(|scope| {
        scope.spawn(|| change(left));
    });
    thread::scope(|scope| {
        scope.spawn(|| change(right));
    });
}
