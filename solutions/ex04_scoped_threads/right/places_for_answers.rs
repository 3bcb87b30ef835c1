//! expect: passed
//!
//! Each thread writes its answer into a place of its own, which it borrows too.

use std::thread;

pub fn both_halves<T, R, F>(items: &[T], work: F) -> (R, R)
where
    T: Sync,
    R: Send,
    F: Fn(&[T]) -> R + Sync,
{
    let middle = items.len() / 2;
    let (mut left, mut right) = (None, None);
    thread::scope(|scope| {
        scope.spawn(|| left = Some(work(&items[..middle])));
        scope.spawn(|| right = Some(work(&items[middle..])));
    });
    (left.unwrap(), right.unwrap())
}

pub fn both_halves_mut<T, F>(items: &mut [T], change: F)
where
    T: Send,
    F: Fn(&mut [T]) + Sync,
{
    let middle = items.len() / 2;
    let (left, right) = items.split_at_mut(middle);
    thread::scope(|scope| {
        let first = scope.spawn(|| change(left));
        let second = scope.spawn(|| change(right));
        second.join().unwrap();
        first.join().unwrap();
    });
}
