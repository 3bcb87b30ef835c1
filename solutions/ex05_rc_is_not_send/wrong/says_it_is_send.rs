//! expect: compile-error
//!
//! The forum answer: tell the compiler that it is fine. It is not, and `unsafe` is not
//! allowed here.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::thread::{self, JoinHandle};

#[derive(Clone, Default)]
pub struct Documents {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
}

unsafe impl Send for Documents {}
unsafe impl Sync for Documents {}

impl Documents {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn append(&self, name: &str, line: &str) {
        let mut texts = self.texts.borrow_mut();
        let text = texts.entry(name.to_string()).or_default();
        text.push_str(line);
        text.push('\n');
    }

    pub fn read(&self, name: &str) -> Option<String> {
        self.texts.borrow().get(name).cloned()
    }
}

pub fn in_background<W, R>(work: W) -> JoinHandle<R>
where
    W: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    thread::spawn(work)
}
