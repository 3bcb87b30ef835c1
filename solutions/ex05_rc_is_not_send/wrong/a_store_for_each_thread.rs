//! expect: wrong-answer in schedules::a_clone_has_the_same_documents
//!
//! A thread-local store has no trouble with other threads, since it never hears of them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::thread::{self, JoinHandle};

thread_local! {
    static TEXTS: RefCell<BTreeMap<String, String>> = RefCell::default();
}

#[derive(Clone, Default)]
pub struct Documents;

impl Documents {
    pub fn new() -> Self {
        Documents
    }

    pub fn append(&self, name: &str, line: &str) {
        TEXTS.with_borrow_mut(|texts| {
            let text = texts.entry(name.to_string()).or_default();
            text.push_str(line);
            text.push('\n');
        });
    }

    pub fn read(&self, name: &str) -> Option<String> {
        TEXTS.with_borrow(|texts| texts.get(name).cloned())
    }
}

pub fn in_background<W, R>(work: W) -> JoinHandle<R>
where
    W: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    thread::spawn(work)
}
