//! # 35 Spin lock
//!
//! A `Mutex` sends a thread that must wait to sleep, and wakes it later. If the lock is held for a few
//! instructions only, that takes longer than the wait. A **spin lock** does not sleep. It asks again,
//! and again, until the lock is free. Write one: [`SpinLock`].
//!
//! Spin locks guard the inside of memory allocators and of operating systems, where a thread cannot
//! sleep. And a spin lock is the smallest lock there is: one flag, one value, and a guard.
//!
//! ## The flag
//!
//! To lock is to turn the flag from "free" to "held", in one step, and to know that *you* turned it.
//! Several methods of an atomic can do that.
//!
//! The flag also hands the value over, from each holder to the next (exercise 28). Who locks must see
//! all that the holder before has done: `Release` where you unlock, `Acquire` where you lock.
//!
//! ## The guard
//!
//! `lock` returns a [`Guard`]. Whoever has the guard has the lock, and reaches the value through it:
//!
//! - `*guard` calls [`deref`](Deref::deref), and `*guard += 1` calls
//!   [`deref_mut`](DerefMut::deref_mut).
//! - When the guard goes out of scope, [`drop`](Drop::drop) unlocks. So it does when the thread panics.
//!
//! So nobody can forget to unlock, and nobody can have the value without the lock. The compiler sees
//! to the rest, *if* the types tell it the truth.
//!
//! ## Who may cross threads
//!
//! | type           | `Send`                     | `Sync`           |
//! |----------------|----------------------------|------------------|
//! | `SpinLock<T>`  | if `T` is `Send`           | if `T` is `Send` |
//! | `Guard<'_, T>` | never if `T` is not `Send` | if `T` is `Sync` |
//!
//! The lock lets one thread at a time at its value, so the value need not be `Sync`. But it moves from
//! one thread to the next, so it must be `Send`. With a guard it is the other way round: threads that
//! share a guard look at one value at the same time.
//!
//! Whether a guard may move to another thread if `T` is `Send` is up to you. `Mutex` does not let it.
//!
//! The compiler works out `Send` and `Sync` from your fields. That may give too little, because of an
//! `UnsafeCell` or a pointer. It may also give **too much**, without a word. Go through all four places
//! of the table, and write an `unsafe impl` where the fields do not say what stands there.
//!
//! ## Your task
//!
//! Choose the fields of [`SpinLock`] and [`Guard`], and write their methods.
//!
//! - One guard at a time: never two, whichever method they came from.
//! - `lock` waits until it has the lock. How you spin is up to you: with
//!   [`spin_loop`](std::hint::spin_loop), with [`yield_now`](std::thread::yield_now), or with an empty
//!   loop.
//! - `try_lock` does not wait. It returns a guard if the lock is free, each time, and `None` if anybody
//!   holds it, be it the same thread.
//! - Who has the lock sees all that the holders before did.
//! - A guard unlocks when it is dropped, also by a panic. After a panic the lock works as before, and
//!   the value is as the panic left it.
//! - The value is dropped with the lock.
//!
//! Write beside every `unsafe` what makes it sound. The tests watch your `UnsafeCell`: ask for its
//! pointer where you use it, or keep the pointer in the guard. Both are fine.
//!
//! ```
//! use ex35::SpinLock;
//!
//! let words = SpinLock::new(Vec::new());
//! std::thread::scope(|scope| {
//!     scope.spawn(|| words.lock().push("spin"));
//!     scope.spawn(|| words.lock().push("lock"));
//! });
//!
//! let guard = words.lock();
//! assert_eq!(guard.len(), 2);
//! assert!(words.try_lock().is_none()); // held
//! drop(guard);
//! assert!(words.try_lock().is_some()); // free
//! ```
//!
//! ## Read
//!
//! - *Rust Atomics and Locks*: [Building Our Own Spin
//!   Lock](https://marabos.nl/atomics/building-spinlock.html)
//! - std: [`MutexGuard`](https://doc.rust-lang.org/std/sync/struct.MutexGuard.html), which is such a
//!   guard
//! - The Rustonomicon: [Send and Sync](https://doc.rust-lang.org/nomicon/send-and-sync.html)
//!
//! Run `cargo test -p ex35` to see how far you are.

use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

/// A value that one thread at a time may use. The others spin until it is their turn.
///
/// The fields are yours. Keep the signatures of the methods, and put no bounds on `T` but those of
/// your `unsafe impl`s.
pub struct SpinLock<T> {
    /// Is here only so that the unsolved file compiles. Replace it.
    _value: PhantomData<T>,
}

impl<T> SpinLock<T> {
    /// A lock that is free.
    pub fn new(value: T) -> Self {
        let _ = value;
        todo!("keep the value, and a flag that says that the lock is free")
    }

    /// Waits until the lock is free, and takes it.
    pub fn lock(&self) -> Guard<'_, T> {
        todo!("try to take the lock until you have it")
    }

    /// Takes the lock if it is free. Does not wait.
    pub fn try_lock(&self) -> Option<Guard<'_, T>> {
        todo!("try to take the lock once")
    }
}

/// Whoever has this has the lock. When it is dropped, the lock is free.
///
/// The fields are yours.
#[must_use = "a guard that is not kept unlocks at once"]
pub struct Guard<'a, T> {
    /// Is here only so that the unsolved file compiles. Replace it.
    _lock: PhantomData<&'a SpinLock<T>>,
}

impl<T> Deref for Guard<'_, T> {
    type Target = T;

    /// The value, to look at.
    fn deref(&self) -> &T {
        todo!("lend the value for as long as the guard is borrowed")
    }
}

impl<T> DerefMut for Guard<'_, T> {
    /// The value, to change.
    fn deref_mut(&mut self) -> &mut T {
        todo!("lend the value for as long as the guard is borrowed")
    }
}

impl<T> Drop for Guard<'_, T> {
    /// Unlocks.
    fn drop(&mut self) {
        todo!("say that the lock is free, so that the next one sees what was done")
    }
}
