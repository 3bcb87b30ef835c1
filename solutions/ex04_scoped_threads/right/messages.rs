//! expect: passed
//!
//! The answers come back over a channel, each with the number of its half.

use std::sync::mpsc;
use std::thread;

pub fn both_halves<T, R, F>(items: &[T], work: F) -> (R, R)
where
    T: Sync,
    R: Send,
    F: Fn(&[T]) -> R + Sync,
{
    let (left, right) = items.split_at(items.len() / 2);
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for (number, half) in [left, right].into_iter().enumerate() {
            let (sender, work) = (sender.clone(), &work);
            scope.spawn(move || sender.send((number, work(half))).unwrap());
        }
        drop(sender);
    });
    let mut answers: Vec<(usize, R)> = receiver.into_iter().collect();
    answers.sort_by_key(|(number, _)| *number);
    let mut answers = answers.into_iter().map(|(_, answer)| answer);
    (answers.next().unwrap(), answers.next().unwrap())
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
