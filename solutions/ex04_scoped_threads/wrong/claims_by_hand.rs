//! expect: race in schedules::each_answer_belongs_to_its_half
//!
//! Each thread looks which half is next, then says that it has taken it. Both may see
//! the same number, and then one half has no worker.

use core::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Mutex;
use std::thread;

pub fn both_halves<T, R, F>(items: &[T], work: F) -> (R, R)
where
    T: Sync,
    R: Send,
    F: Fn(&[T]) -> R + Sync,
{
    let (left, right) = items.split_at(items.len() / 2);
    let halves = [left, right];
    let next = AtomicUsize::new(0);
    let answers = [Mutex::new(None), Mutex::new(None)];
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mine = next.load(Ordering::SeqCst);
                next.store(mine + 1, Ordering::SeqCst);
                *answers[mine].lock().unwrap() = Some(work(halves[mine]));
            });
        }
    });
    let [left, right] = answers.map(|answer| answer.into_inner().unwrap().unwrap());
    (left, right)
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
