//! # 28 Publish
//!
//! A server starts. One thread loads the configuration, and the others are at work already. Now and
//! then they ask: is it there? Once it is, it never changes again. Write the place where it is
//! published: [`Published`].
//!
//! A `Mutex` would do. But then all readers would take turns for ever, though nothing changes any
//! more. A value that never changes can be read by all threads at once. They only need to know that
//! it is there.
//!
//! ## A flag alone is not enough
//!
//! The plan: write the value, then set a flag. A reader who sees the flag reads the value.
//!
//! ```text
//! publisher                     reader
//! writes the value              sees the flag
//! sets the flag                 reads the value
//! ```
//!
//! With `Relaxed` this goes wrong. A `Relaxed` flag is exact, but it says nothing about other memory.
//! The compiler and the processor may swap the publisher's two writes, or the reader's two reads.
//! Then the reader sees the flag, and a value of which half is missing. Two orderings forbid
//! this, and you need both:
//!
//! - `flag.store(…, Release)`: what this thread did before the store is done before it.
//! - `flag.load(…, Acquire)`: what this thread does after the load is done after it.
//!
//! When an `Acquire` load sees what a `Release` store wrote, the reader sees **everything** that the
//! publisher had written before that store.
//!
//! ## A cell that the compiler does not watch
//!
//! `publish` writes through `&self`. The only door to that is
//! [`UnsafeCell`](https://doc.rust-lang.org/std/cell/struct.UnsafeCell.html). Every `Mutex` has one
//! inside. Its `get` returns a plain pointer, and to use that pointer takes `unsafe`:
//!
//! ```
//! use std::cell::UnsafeCell;
//!
//! let cell = UnsafeCell::new(Some(3));
//! // SAFETY: no other thread knows of this cell.
//! unsafe { *cell.get() = Some(4) };
//! // SAFETY: as above. And nothing writes while `seen` is in use.
//! let seen: Option<&i32> = unsafe { (*cell.get()).as_ref() };
//! assert_eq!(seen, Some(&4));
//! ```
//!
//! `unsafe` does not switch the rules off. It says: *I* keep them here, the compiler need not look.
//! The rules are:
//!
//! - While one thread writes, no other reads or writes.
//! - Something says which of the two came first: a `Release` store and the `Acquire` load that sees
//!   it, for instance. If nothing does, it is a **data race**, and the program may do anything.
//!
//! The tests find data races and call them `race`. For that they watch the calls of `get`, so ask the
//! cell for its pointer in the line where you use it. And write beside every `unsafe` what makes it
//! sound. If you cannot say it, it is not.
//!
//! ## Who may share it
//!
//! Because of the `UnsafeCell` the compiler lets no two threads share your type. You know that they
//! may, and say so: `unsafe impl<T: …> Sync for Published<T> {}`. Which bounds on `T` make it true?
//! One thread puts the value in, and *another* may drop it: it moves between threads, and for that it
//! must be `Send`. Many threads look at it at once, and for that it must be `Sync`.
//!
//! ## Your task
//!
//! Choose the fields of [`Published`] and write its methods.
//!
//! - A place takes one value, once. The first to publish gets `Ok`. Everyone else gets their own value
//!   back, also when two threads publish at the same moment. So to look and to claim the place must
//!   be one step (exercise 25): `compare_exchange` and `swap` are such steps.
//! - A reader sees nothing, or the whole value and all that its publisher did before. What is there
//!   stays there, and never changes.
//! - `get` does not wait for a value. While there is none, it returns `None`.
//! - The value is dropped with the place, once. An empty place drops nothing.
//! - Threads may share a `Published<T>` if `T` is `Send` and `Sync`. A `Published<T>` may move to
//!   another thread if `T` is `Send`.
//!
//! The standard library has this ready made, as `OnceLock`. After today you know what is in it.
//!
//! ```
//! use ex28::Published;
//!
//! static PORT: Published<u16> = Published::empty();
//!
//! assert_eq!(PORT.get(), None);
//! let loader = std::thread::spawn(|| PORT.publish(8080));
//! assert_eq!(loader.join().unwrap(), Ok(()));
//! assert_eq!(PORT.get(), Some(&8080));
//! assert_eq!(PORT.publish(9090), Err(9090)); // too late
//! ```
//!
//! ## Read
//!
//! - *Rust Atomics and Locks*: [Release and Acquire
//!   Ordering](https://marabos.nl/atomics/memory-ordering.html#release-and-acquire-ordering)
//! - std: [`UnsafeCell`](https://doc.rust-lang.org/std/cell/struct.UnsafeCell.html) and
//!   [`AtomicU8::compare_exchange`](https://doc.rust-lang.org/std/sync/atomic/struct.AtomicU8.html#method.compare_exchange)
//! - The Book: [Unsafe Rust](https://doc.rust-lang.org/book/ch20-01-unsafe-rust.html)
//!
//! Run `cargo test -p ex28` to see how far you are.

use std::marker::PhantomData;

/// A place for one value, which any number of threads may read.
///
/// The fields are yours. Keep the signatures of the methods, and put no bounds on `T` but those of
/// your `unsafe impl`.
pub struct Published<T> {
    /// Is here only so that the unsolved file compiles. Replace it.
    _value: PhantomData<T>,
}

impl<T> Published<T> {
    /// An empty place.
    ///
    /// It is `const`, so that a `static` may be one. `UnsafeCell::new` and the `new` of every atomic
    /// are `const` as well.
    pub const fn empty() -> Self {
        todo!()
    }

    /// Publishes `value`. From now on every `get` finds it.
    ///
    /// Returns `Err(value)` if another value has been published, or is being published right now.
    pub fn publish(&self, value: T) -> Result<(), T> {
        let _ = value;
        todo!("put the value in, if nobody else has, and then say that it is there")
    }

    /// The value, or `None` while there is none.
    pub fn get(&self) -> Option<&T> {
        todo!("look whether the value is there, and only then at the value")
    }
}
