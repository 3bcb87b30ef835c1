//! expect: wrong-answer in behaviour::the_changes_are_made_in_two_halves
//!
//! Hands out the items one at a time. `change` was to have a half of them.

use std::{slice, thread};

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
    let change = &change;
    thread::scope(|scope| {
        for half in [left, right] {
            scope.spawn(move || {
                for item in half {
                    change(slice::from_mut(item));
                }
            });
        }
    });
}
