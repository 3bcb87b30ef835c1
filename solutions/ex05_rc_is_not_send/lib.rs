//! expect: passed
//!
//! The reference for exercise 05: Arc for Rc, Mutex for RefCell, and the bounds of a thread.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

/// The documents of a text editor, by name. A clone is another handle on the same ones.
///
/// Nothing here says `Send` or `Sync`. The compiler looks at the one field: an `Arc` may
/// cross threads if what it shares is `Send` and `Sync`, and a `Mutex` makes it so.
#[derive(Clone, Default)]
pub struct Documents {
    texts: Arc<Mutex<BTreeMap<String, String>>>,
}

impl Documents {
    /// A new store without documents.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds `line` and a line break to the end of the document called `name`. If there is no
    /// such document yet, begins one.
    pub fn append(&self, name: &str, line: &str) {
        // One guard for the whole change: nobody comes between the line and its end.
        let mut texts = self.texts.lock().unwrap();
        let text = texts.entry(name.to_string()).or_default();
        text.push_str(line);
        text.push('\n');
    }

    /// The whole text of the document called `name`, if there is one.
    pub fn read(&self, name: &str) -> Option<String> {
        // The guard lives to the end of this line. What leaves the lock is a copy.
        self.texts.lock().unwrap().get(name).cloned()
    }
}

/// Runs `work` on a new thread. Returns at once: the answer comes from the handle's `join`.
///
/// The work moves to the new thread, and the answer moves back: `Send` for both. The thread
/// may run longer than its caller, so neither may borrow from there: `'static` for both.
/// Neither is ever shared, so that nobody needs `Sync`.
pub fn in_background<W, R>(work: W) -> JoinHandle<R>
where
    W: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    thread::spawn(work)
}
