//! # 04 Scoped threads
//!
//! A thread from `thread::spawn` may outlive the function that started it. So it must not
//! borrow anything from there: the compiler refuses, and you have to move or clone.
//!
//! `thread::scope` makes a promise that lifts this. Every thread that is started inside a
//! scope has finished before the scope returns. Nothing they borrow can be gone too early,
//! so they may borrow whatever is there, without `move`, without a clone.
//!
//! ```
//! use std::thread;
//!
//! let days = [12, 17, 9, 21];
//! let (cold, warm) = thread::scope(|scope| {
//!     let cold = scope.spawn(|| days.iter().min());
//!     let warm = scope.spawn(|| days.iter().max());
//!     (cold.join().unwrap(), warm.join().unwrap())
//! });
//! println!("from {cold:?} to {warm:?} degrees on {} days", days.len());
//! ```
//!
//! Both threads read `days`, and after the scope it is still yours. The rule for borrows is the
//! one you know: any number of threads may read a thing, or a single one may change it. To
//! let two threads change one slice, cut it in two with `split_at_mut`. The halves do not
//! overlap, so each thread has its own.
//!
//! ## Why it matters
//!
//! A weather station has measured for ten years. To copy all readings for a second thread would
//! cost more time than that thread saves. Lend them out instead.
//!
//! ## Your task
//!
//! Complete [`both_halves`] and [`both_halves_mut`]. Each cuts a slice in two and runs your
//! caller's closure on both halves:
//!
//! - at the same time: neither half waits until the other is done;
//! - on the very items that you are given, not on copies: they might not even have `Clone`;
//! - the left half has `items.len() / 2` items. With an odd number of items, the one in the
//!   middle belongs to the right half.
//!
//! Two new threads will do, or a new one for one half while your own takes the other.
//!
//! Then run `cargo test -p ex04`.
//!
//! Read: [`thread::scope`](https://doc.rust-lang.org/std/thread/fn.scope.html),
//! [`split_at_mut`](https://doc.rust-lang.org/std/primitive.slice.html#method.split_at_mut), and
//! [the Book on threads](https://doc.rust-lang.org/book/ch16-01-threads.html) for why a thread
//! outside a scope must own what it uses.

/// Runs `work` on the left and on the right half of `items`, both at the same time.
///
/// Returns what `work` made of the left half and what it made of the right half, in this order.
///
/// The bounds say what crosses from thread to thread. The items and `work` are borrowed by
/// two threads at once: `Sync`. The answers move from one thread to another: `Send`.
///
/// Keep the signature.
///
/// ```
/// let readings = [12, 17, 9, 21, 14];
/// let (left, right) = ex04::both_halves(&readings, |half| half.iter().max().copied());
/// assert_eq!(left, Some(17)); // of 12 and 17
/// assert_eq!(right, Some(21)); // of 9, 21 and 14
/// assert_eq!(left.max(right), Some(21)); // the warmest of all
/// ```
pub fn both_halves<T, R, F>(items: &[T], work: F) -> (R, R)
where
    T: Sync,
    R: Send,
    F: Fn(&[T]) -> R + Sync,
{
    // One half after the other. Replace it.
    let (left, right) = items.split_at(items.len() / 2);
    let _one_by_one = (work(left), work(right));
    todo!("run `work` on both halves at the same time")
}

/// Lets `change` alter the left and the right half of `items`, both at the same time.
///
/// When it returns, all changes are made.
///
/// Each item is lent to a single thread, which has it alone: `Send` is enough.
///
/// Keep the signature.
///
/// ```
/// let mut fahrenheit = [32.0, 50.0, 212.0];
/// ex04::both_halves_mut(&mut fahrenheit, |half| {
///     for reading in half {
///         *reading = (*reading - 32.0) / 1.8;
///     }
/// });
/// assert_eq!(fahrenheit, [0.0, 10.0, 100.0]); // Celsius now
/// ```
pub fn both_halves_mut<T, F>(items: &mut [T], change: F)
where
    T: Send,
    F: Fn(&mut [T]) + Sync,
{
    // One half after the other. Replace it.
    let (left, right) = items.split_at_mut(items.len() / 2);
    change(left);
    change(right);
    todo!("let `change` alter both halves at the same time")
}
