//! expect: wrong-answer in schedules::a_clone_has_the_same_documents
//!
//! A clone has a copy of everything. The compiler is content, and the two never meet again.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread::{self, JoinHandle};

#[derive(Default)]
pub struct Documents {
    texts: Mutex<BTreeMap<String, String>>,
}

impl Clone for Documents {
    fn clone(&self) -> Self {
        let texts = self.texts.lock().unwrap().clone();
        Self {
            texts: Mutex::new(texts),
        }
    }
}

impl Documents {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn append(&self, name: &str, line: &str) {
        let mut texts = self.texts.lock().unwrap();
        let text = texts.entry(name.to_string()).or_default();
        text.push_str(line);
        text.push('\n');
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
