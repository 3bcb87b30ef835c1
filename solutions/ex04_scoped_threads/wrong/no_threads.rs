//! expect: overlocked in schedules::both_halves_are_worked_on_at_the_same_time
//!
//! All the right answers, and no thread.

pub fn both_halves<T, R, F>(items: &[T], work: F) -> (R, R)
where
    T: Sync,
    R: Send,
    F: Fn(&[T]) -> R + Sync,
{
    let (left, right) = items.split_at(items.len() / 2);
    (work(left), work(right))
}

pub fn both_halves_mut<T, F>(items: &mut [T], change: F)
where
    T: Send,
    F: Fn(&mut [T]) + Sync,
{
    let (left, right) = items.split_at_mut(items.len() / 2);
    change(left);
    change(right);
}
