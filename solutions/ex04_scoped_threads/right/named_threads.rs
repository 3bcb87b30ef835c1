//! expect: passed
//!
//! Threads with names, from a `Builder`, and a scope inside a scope.

use std::thread::{self, Builder};

pub fn both_halves<T, R, F>(items: &[T], work: F) -> (R, R)
where
    T: Sync,
    R: Send,
    F: Fn(&[T]) -> R + Sync,
{
    let (left, right) = items.split_at(items.len() / 2);
    thread::scope(|outer| {
        let left_thread = Builder::new()
            .name("left".to_string())
            .spawn_scoped(outer, || work(left))
            .unwrap();
        let right = thread::scope(|inner| inner.spawn(|| work(right)).join().unwrap());
        (left_thread.join().unwrap(), right)
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
        for (name, half) in [("left", left), ("right", right)] {
            Builder::new()
                .name(name.to_string())
                .spawn_scoped(scope, move || change(half))
                .unwrap();
        }
    });
}
