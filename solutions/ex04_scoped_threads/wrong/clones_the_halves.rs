//! expect: compile-error
//!
//! The forum answer: clone everything and ask for `'static`, so that `thread::spawn` is
//! content. The signature is another one then, and the tests cannot call it.

use std::sync::Arc;
use std::thread;

pub fn both_halves<T, R, F>(items: &[T], work: F) -> (R, R)
where
    T: Sync + Send + Clone + 'static,
    R: Send + 'static,
    F: Fn(&[T]) -> R + Sync + Send + 'static,
{
    let (left, right) = items.split_at(items.len() / 2);
    let (left, right) = (left.to_vec(), right.to_vec());
    let work = Arc::new(work);
    let left = {
        let work = Arc::clone(&work);
        thread::spawn(move || work(&left))
    };
    let right = thread::spawn(move || work(&right));
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
