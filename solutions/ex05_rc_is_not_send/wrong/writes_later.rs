//! expect: race in schedules::a_clone_has_the_same_documents
//!
//! Hands the line to a thread that nobody joins, so as to return sooner.

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
        let texts = Arc::clone(&self.texts);
        let (name, line) = (name.to_string(), format!("{line}\n"));
        thread::spawn(move || {
            let mut texts = texts.lock().unwrap();
            texts.entry(name).or_default().push_str(&line);
        });
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
