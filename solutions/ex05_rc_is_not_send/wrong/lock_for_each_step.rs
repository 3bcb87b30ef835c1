//! expect: race in schedules::no_line_is_lost
//!
//! Replaced each `borrow_mut` by a lock of its own: the line and its end may be torn apart.

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
        texts.entry(name.to_string()).or_default().push_str(line);
        drop(texts);
        let mut texts = self.texts.lock().unwrap();
        texts.entry(name.to_string()).or_default().push('\n');
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
