//! expect: race in schedules::each_answer_belongs_to_its_half
//!
//! Takes the first answer that arrives for that of the left half.

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
        for half in [left, right] {
            let (sender, work) = (sender.clone(), &work);
            scope.spawn(move || sender.send(work(half)).unwrap());
        }
        (receiver.recv().unwrap(), receiver.recv().unwrap())
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
