//! # 05 Rc is not Send
//!
//! An `Rc` lets several owners share one value. It counts its owners, and the last one to go
//! cleans up. The count is a plain number, and that is the trouble. When two threads clone the
//! same `Rc` at the same moment, both may read 1 and both write 2. Now three owners are
//! counted as two, and the value is freed while somebody still uses it.
//!
//! In Rust this program does not compile:
//!
//! ```compile_fail
//! let shared = std::rc::Rc::new(5);
//! std::thread::spawn(move || println!("{shared}"));
//! ```
//!
//! ```text
//! error[E0277]: `Rc<i32>` cannot be sent between threads safely
//!     the trait `Send` is not implemented for `Rc<i32>`
//! ```
//!
//! Two marker traits decide what may cross from one thread to another. They have no methods.
//!
//! - `Send`: a value of this type may move to another thread.
//! - `Sync`: several threads may use the same value of this type, through `&`, at the same time.
//!
//! The compiler works both out for each of your types. A struct is `Send` if all its fields are.
//! Most types are both. These are not:
//!
//! | for one thread | what is missing | for several threads |
//! |---|---|---|
//! | `Rc<T>` | neither `Send` nor `Sync` | `Arc<T>`, which counts with atomic steps |
//! | `RefCell<T>` | not `Sync` | `Mutex<T>`, or `RwLock<T>` for many readers |
//! | `Cell<T>` | not `Sync` | an atomic, or `Mutex<T>` |
//!
//! Both `RefCell` and `Mutex` see to it that whoever changes the value has it alone. Who comes
//! while it is taken gets a panic from the `RefCell`, and has to wait at the `Mutex`: `lock`
//! returns a guard once nobody else has one. You use the guard like a `&mut`. When it is dropped,
//! the lock is open again. `lock().unwrap()` will do here: exercise 19 says what the `Result`
//! is for.
//!
//! ## Why it matters
//!
//! Programs begin with one thread and grow more. What one thread shared with `Rc` and
//! `RefCell` must then become fit for several. In other languages you find out what you forgot
//! when a customer does. In Rust the compiler hands you a list.
//!
//! ## Your task
//!
//! Below is the store of a text editor, [`Documents`]. It works, on one thread. Now a spell
//! checker and a backup are to use it too, each on a thread of its own.
//!
//! 1. Complete [`in_background`]. It starts a new thread, runs `work` on it, and returns the
//!    thread's handle at once. The compiler will tell you which bounds are missing.
//!    Add those it asks for, and no more: every bound too many shuts somebody out.
//! 2. Make [`Documents`] fit to be used by several threads at the same time. A clone is still
//!    another handle on the same documents. An `append` is never lost, and nobody ever reads
//!    half of one.
//!
//! Once the bounds are there, the tests do not compile until the second part is done as well.
//! Read the message. It says which of your types cannot go to another thread, and why.
//!
//! Keep all names, parameters and return types. Then run `cargo test -p ex05`.
//!
//! Read: [the Book on `Send` and `Sync`](https://doc.rust-lang.org/book/ch16-04-extensible-concurrency-sync-and-send.html),
//! [the Book on `Mutex` and `Arc`](https://doc.rust-lang.org/book/ch16-03-shared-state.html),
//! [`Arc`](https://doc.rust-lang.org/std/sync/struct.Arc.html), and
//! [`Mutex`](https://doc.rust-lang.org/std/sync/struct.Mutex.html).

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::thread::JoinHandle;

/// The documents of a text editor, by name.
///
/// A clone is another handle on the same documents: what is written through one can be
/// read through all. `Documents::new()` makes a new, empty store of its own.
///
/// ```
/// let documents = ex05::Documents::new();
/// let for_the_backup = documents.clone();
/// documents.append("diary", "Rain.");
/// documents.append("diary", "More rain.");
/// assert_eq!(for_the_backup.read("diary").unwrap(), "Rain.\nMore rain.\n");
/// assert_eq!(for_the_backup.read("novel"), None);
/// ```
#[derive(Clone, Default)]
pub struct Documents {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
}

impl Documents {
    /// A new store without documents.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds `line` and a line break to the end of the document called `name`. If there is no
    /// such document yet, begins one.
    pub fn append(&self, name: &str, line: &str) {
        let mut texts = self.texts.borrow_mut();
        let text = texts.entry(name.to_string()).or_default();
        text.push_str(line);
        text.push('\n');
    }

    /// The whole text of the document called `name`, if there is one.
    pub fn read(&self, name: &str) -> Option<String> {
        self.texts.borrow().get(name).cloned()
    }
}

/// Runs `work` on a new thread. Returns at once: the answer comes from the handle's `join`.
///
/// Add the missing bounds for `W` and `R`.
///
/// ```
/// let documents = ex05::Documents::new();
/// let editor = documents.clone();
/// let spell_checker = ex05::in_background(move || editor.append("diary", "No mistakes."));
/// // Here the editor goes on. Then:
/// spell_checker.join().unwrap();
/// assert_eq!(documents.read("diary").unwrap(), "No mistakes.\n");
/// ```
pub fn in_background<W, R>(work: W) -> JoinHandle<R>
where
    W: FnOnce() -> R,
{
    // Nobody does the work yet. Replace both lines.
    drop(work);
    todo!("start a thread that does the work, and return its handle")
}
