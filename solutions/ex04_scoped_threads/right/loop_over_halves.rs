//! expect: passed
//!
//! The halves in an array, and a loop for each step: easy to make into quarters.

use std::thread::{self, ScopedJoinHandle};

pub fn both_halves<T, R, F>(items: &[T], work: F) -> (R, R)
where
    T: Sync,
    R: Send,
    F: Fn(&[T]) -> R + Sync,
{
    let (left, right) = items.split_at(items.len() / 2);
    thread::scope(|scope| {
        let work = &work;
        let running: [ScopedJoinHandle<'_, R>; 2] =
            [left, right].map(|half| scope.spawn(move || work(half)));
        running
            .map(|thread| thread.join().expect("a half failed"))
            .into()
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
            scope.spawn(move || change(half));
        }
    });
}
