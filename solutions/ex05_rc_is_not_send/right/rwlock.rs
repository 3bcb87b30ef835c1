//! expect: passed
//!
//! A lock that lets many readers in at once.

use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};
use std::thread::{self, JoinHandle};

#[derive(Clone, Default)]
pub struct Documents {
    texts: Arc<RwLock<BTreeMap<String, String>>>,
}

impl Documents {
    pub fn new() -> Self {
        Documents::default()
    }

    pub fn append(&self, name: &str, line: &str) {
        let mut texts = self.texts.write().unwrap();
        texts
            .entry(name.to_owned())
            .or_default()
            .push_str(&format!("{line}\n"));
    }

    pub fn read(&self, name: &str) -> Option<String> {
        self.texts.read().unwrap().get(name).cloned()
    }
}

pub fn in_background<W, R>(work: W) -> JoinHandle<R>
where
    W: FnOnce() -> R,
    W: Send + 'static,
    R: Send + 'static,
{
    thread::spawn(move || work())
}
