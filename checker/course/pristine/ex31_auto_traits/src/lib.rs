//! # Auto traits
//!
//! Two traits decide what may cross from one thread to another.
//!
//! - A type is [`Send`] if its values may *move* to another thread.
//! - A type is [`Sync`] if its values may be *shared*: two threads hold a
//!   reference to one value and use it at the same time.
//!
//! You hardly ever write them. The compiler looks at the fields. A struct is
//! `Send` if every field is `Send`, and `Sync` if every field is `Sync`. One
//! field that is not, and the whole struct is not. Traits that work in this way
//! are called *auto traits*.
//!
//! So you steer them by the fields that you choose:
//!
//! | a field of this type                | `Send`           | `Sync`           |
//! |-------------------------------------|------------------|------------------|
//! | `u64`, `String`, an atomic          | yes              | yes              |
//! | `Cell<u64>`, `RefCell<String>`      | yes              | no               |
//! | `Rc<u64>`, `*const u64`             | no               | no               |
//! | `Vec<T>`, `PhantomData<T>`          | if `T` is        | if `T` is        |
//! | `Mutex<T>`                          | if `T` is `Send` | if `T` is `Send` |
//! | `Arc<T>`                            | if `T` is both   | if `T` is both   |
//!
//! `PhantomData<T>` holds nothing and takes no room. It tells the compiler:
//! treat my struct as if it held a `T`.
//!
//! ## Your task
//!
//! A photo lab prints on several threads. It needs three types. Choose their
//! fields, then write their methods.
//!
//! | type      | `Send` | `Sync` | because                                    |
//! |-----------|--------|--------|--------------------------------------------|
//! | `Tray<P>` | yes    | yes    | all threads use the same tray              |
//! | `Meter`   | yes    | no     | each worker has its own, and needs no lock |
//! | `Screen`  | no     | no     | only the thread that opened it may draw    |
//!
//! - `Tray<P>` is `Send` and `Sync` for every print type `P` that is `Send`.
//!   It asks for nothing else: `P` may lack `Sync`, and `P` may lack `Clone`.
//! - The tests bring callers that break the rules: a `Meter` shared by two
//!   threads, a `Screen` sent away, a tray of `Rc`. The compiler must stop them.
//! - `unsafe` is switched off here. You need none: the fields do it all.
//! - Keep the signatures. Add private fields, helper types and `use` lines as
//!   you like.
//!
//! ## Example
//!
//! ```
//! use std::thread;
//!
//! let tray = Tray::empty();
//! let workers_tray = tray.clone();
//! let meter = Meter::starting_at(0);
//!
//! let worker = thread::spawn(move || {
//!     workers_tray.put("beach at dawn");
//!     meter.add(40);
//!     meter
//! });
//!
//! let meter = worker.join().unwrap();
//! assert_eq!(meter.total(), 40);
//! assert_eq!(tray.take_all(), ["beach at dawn"]);
//! ```
//!
//! ## Read
//!
//! - The Book, [Extensible Concurrency with `Send` and `Sync`](https://doc.rust-lang.org/book/ch16-04-extensible-concurrency-sync-and-send.html)
//! - The standard library on [`Send`](https://doc.rust-lang.org/std/marker/trait.Send.html)
//!   and [`Sync`](https://doc.rust-lang.org/std/marker/trait.Sync.html), each with its list of types

use std::marker::PhantomData;

/// The tray where finished prints lie until someone takes them out.
///
/// A `Tray` is a handle. Its clones are handles to the same tray.
///
/// `Send` and `Sync`, whenever `P` is `Send`.
pub struct Tray<P> {
    // Replace this with your fields.
    _prints: PhantomData<P>,
}

impl<P> Tray<P> {
    /// A new tray with nothing in it.
    pub fn empty() -> Self {
        todo!("make a tray that many threads can share")
    }

    /// Lays a print on top, and tells its number.
    ///
    /// The first print ever put into this tray is number 1, the next is 2, and
    /// so on, whichever handle it came through. Taking prints out does not start
    /// the numbers again.
    pub fn put(&self, print: P) -> usize {
        let _ = print;
        todo!("number the print and keep it, without losing one that another thread puts in")
    }

    /// Takes every print out, in the order of their numbers.
    ///
    /// A print is taken out once, even when two threads empty the tray together.
    pub fn take_all(&self) -> Vec<P> {
        todo!("take out all the prints and leave the tray empty")
    }
}

impl<P> Clone for Tray<P> {
    /// Another handle to the same tray.
    fn clone(&self) -> Self {
        todo!("make another handle, not another tray")
    }
}

/// How many millilitres of developer one worker has used.
///
/// `Send` but not `Sync`: it belongs to one thread at a time, so that adding
/// costs no lock and no atomic operation.
pub struct Meter {
    // Your fields.
}

impl Meter {
    /// A meter that already stands at `millilitres`.
    pub fn starting_at(millilitres: u64) -> Self {
        todo!("start the meter at {millilitres} ml")
    }

    /// Adds what was used. Note the `&self`: the owner need not be `mut`.
    pub fn add(&self, millilitres: u64) {
        todo!("add {millilitres} ml")
    }

    /// What the meter stands at now.
    pub fn total(&self) -> u64 {
        todo!("read the meter")
    }
}

/// The window on the counter.
///
/// Neither `Send` nor `Sync`. Many systems let only the thread that opened a
/// window draw on it. Here the compiler sees to that.
pub struct Screen {
    // Your fields.
}

impl Screen {
    /// A new screen with no line on it.
    pub fn open() -> Self {
        todo!("open a screen that cannot leave its thread")
    }

    /// Adds one line below the others.
    pub fn show(&self, line: &str) {
        todo!("show the line {line:?}")
    }

    /// Every line shown so far, the oldest first.
    pub fn lines(&self) -> Vec<String> {
        todo!("give back the lines in order")
    }
}
