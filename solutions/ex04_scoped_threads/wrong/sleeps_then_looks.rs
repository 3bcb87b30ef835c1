//! expect: race in schedules::each_answer_belongs_to_its_half
//!
//! Sleeps in the scope, and takes the answers before the scope has waited for the threads.

use std::sync::Mutex;
use std::thread;
use std::time::Duration;

pub fn both_halves<T, R, F>(items: &[T], work: F) -> (R, R)
where
    T: Sync,
    R: Send,
    F: Fn(&[T]) -> R + Sync,
{
    let middle = items.len() / 2;
    let (left, right) = (Mutex::new(None), Mutex::new(None));
    thread::scope(|scope| {
        scope.spawn(|| *left.lock().unwrap() = Some(work(&items[..middle])));
        scope.spawn(|| *right.lock().unwrap() = Some(work(&items[middle..])));
        thread::sleep(Duration::from_millis(100));
        let left = left.lock().unwrap().take();
        let right = right.lock().unwrap().take();
        (left.unwrap(), right.unwrap())
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
