//! expect: race in schedules::a_reader_sees_whole_lines
//!
//! Puts an empty document in place first, and the line later: a reader may come in between.

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
        if !self.texts.lock().unwrap().contains_key(name) {
            let mut texts = self.texts.lock().unwrap();
            texts.entry(name.to_string()).or_default();
        }
        let mut texts = self.texts.lock().unwrap();
        if let Some(text) = texts.get_mut(name) {
            text.push_str(line);
            text.push('\n');
        }
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
