//! expect: deadlock in schedules::a_clone_has_the_same_documents
//!
//! Calls `read` while it holds the lock that `read` wants: the thread waits for itself.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

#[derive(Clone, Default)]
pub struct Documents {
    texts: Arc<Mutex<BTreeMap<String, String>>>,
}

impl Documents {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn append(&self, name: &str, line: &str) {
        let mut texts = self.texts.lock().unwrap();
        let text = match self.read(name) {
            Some(text) => format!("{text}{line}\n"),
            None => format!("{line}\n"),
        };
        texts.insert(name.to_string(), text);
    }

    pub fn read(&self, name: &str) -> Option<String> {
        self.texts.lock().unwrap().get(name).cloned()
    }
}

pub fn in_background<W, R>(work: W) -> JoinHandle<R>
where
    W: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    thread::spawn(work)
}
