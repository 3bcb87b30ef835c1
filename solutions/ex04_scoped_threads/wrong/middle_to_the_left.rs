//! expect: wrong-answer in schedules::each_answer_belongs_to_its_half
//!
//! Rounds up: the item in the middle goes to the left half.

use std::thread;

pub fn both_halves<T, R, F>(items: &[T], work: F) -> (R, R)
where
    T: Sync,
    R: Send,
    F: Fn(&[T]) -> R + Sync,
{
    let (left, right) = items.split_at(items.len().div_ceil(2));
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
        scope.spawn(|| change(right));
    });
}
