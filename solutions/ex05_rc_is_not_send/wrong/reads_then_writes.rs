//! expect: race in schedules::no_line_is_lost
//!
//! Two locks for one change. Between them, another thread adds a line that is then lost.

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
        let mut text = self.read(name).unwrap_or_default();
        text.push_str(line);
        text.push('\n');
        let mut texts = self.texts.lock().unwrap();
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
