//! expect: wrong-answer in schedules::two_stores_have_nothing_in_common
//!
//! A global needs no `Arc`. But now there is one store in the whole program.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread::{self, JoinHandle};

static TEXTS: Mutex<BTreeMap<String, String>> = Mutex::new(BTreeMap::new());

#[derive(Clone, Default)]
pub struct Documents;

impl Documents {
    pub fn new() -> Self {
        Documents
    }

    pub fn append(&self, name: &str, line: &str) {
        let mut texts = TEXTS.lock().unwrap();
        let text = texts.entry(name.to_string()).or_default();
        text.push_str(line);
        text.push('\n');
    }

    pub fn read(&self, name: &str) -> Option<String> {
        TEXTS.lock().unwrap().get(name).cloned()
    }
}

pub fn in_background<W, R>(work: W) -> JoinHandle<R>
where
    W: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    thread::spawn(work)
}
