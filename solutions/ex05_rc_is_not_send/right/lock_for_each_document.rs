//! expect: passed
//!
//! One lock for the table and one for each document, so that writers of different documents
//! do not wait for each other. A document is put into the table with its first line.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

type Text = Arc<Mutex<String>>;

#[derive(Clone, Default)]
pub struct Documents {
    texts: Arc<Mutex<BTreeMap<String, Text>>>,
}

impl Documents {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn append(&self, name: &str, line: &str) {
        let line = format!("{line}\n");
        let mut texts = self.texts.lock().unwrap();
        let Some(text) = texts.get(name) else {
            texts.insert(name.to_string(), Arc::new(Mutex::new(line)));
            return;
        };
        let text = Arc::clone(text);
        drop(texts);
        text.lock().unwrap().push_str(&line);
    }

    pub fn read(&self, name: &str) -> Option<String> {
        let text = self.texts.lock().unwrap().get(name).map(Arc::clone)?;
        let text = text.lock().unwrap();
        Some(text.clone())
    }
}

pub fn in_background<W, R>(work: W) -> JoinHandle<R>
where
    W: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    thread::spawn(work)
}
