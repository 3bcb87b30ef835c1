//! expect: unsound in compile_fail::control_work_needs_no_sync
//!
//! One bound too many, to be on the safe side. Nobody shares the work, and now a `Cell`
//! can no longer move.

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
    W: FnOnce() -> R + Send + Sync + 'static,
    R: Send + 'static,
{
    thread::spawn(work)
}
