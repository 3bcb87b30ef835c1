//! expect: passed
//!
//! One table for the whole program, in which every store has a number of its own. No `Arc`: a
//! handle is a number.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::{self, JoinHandle};

static NEXT_STORE: AtomicU64 = AtomicU64::new(0);
static TEXTS: Mutex<BTreeMap<(u64, String), String>> = Mutex::new(BTreeMap::new());

#[derive(Clone)]
pub struct Documents {
    store: u64,
}

impl Default for Documents {
    fn default() -> Self {
        Self::new()
    }
}

impl Documents {
    pub fn new() -> Self {
        Self {
            store: NEXT_STORE.fetch_add(1, Ordering::Relaxed),
        }
    }

    pub fn append(&self, name: &str, line: &str) {
        let mut texts = TEXTS.lock().unwrap();
        let text = texts.entry((self.store, name.to_string())).or_default();
        text.push_str(line);
        text.push('\n');
    }

    pub fn read(&self, name: &str) -> Option<String> {
        let key = (self.store, name.to_string());
        TEXTS.lock().unwrap().get(&key).cloned()
    }
}

pub fn in_background<W, R>(work: W) -> JoinHandle<R>
where
    W: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    thread::spawn(work)
}
