//! expect: overlocked in schedules::both_halves_are_worked_on_at_the_same_time
//!
//! Waits for the left half before it starts the right one.

use std::thread;

pub fn both_halves<T, R, F>(items: &[T], work: F) -> (R, R)
where
    T: Sync,
    R: Send,
    F: Fn(&[T]) -> R + Sync,
{
    let (left, right) = items.split_at(items.len() / 2);
    thread::scope(|scope| {
        let left = scope.spawn(|| work(left)).join().unwrap();
        let right = scope.spawn(|| work(right)).join().unwrap();
        (left, right)
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
        scope.spawn(|| change(right));
    });
}
