//! expect: wrong-answer in schedules::each_answer_belongs_to_its_half
//!
//! Off by one: the item in the middle belongs to neither half.

use std::thread;

pub fn both_halves<T, R, F>(items: &[T], work: F) -> (R, R)
where
    T: Sync,
    R: Send,
    F: Fn(&[T]) -> R + Sync,
{
    let middle = items.len() / 2;
    thread::scope(|scope| {
        let left = scope.spawn(|| work(&items[..middle]));
        let right = scope.spawn(|| work(&items[items.len() - middle..]));
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
