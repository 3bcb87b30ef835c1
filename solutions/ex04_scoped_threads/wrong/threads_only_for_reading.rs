//! expect: overlocked in schedules::both_halves_are_changed_at_the_same_time
//!
//! The compiler complained about two borrows that change the slice, so this one stayed serial.

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
    let middle = items.len() / 2;
    change(&mut items[..middle]);
    change(&mut items[middle..]);
}
