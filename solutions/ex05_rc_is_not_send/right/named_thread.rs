//! expect: passed
//!
//! A `Builder` names the thread, a hash map holds the lines, and the bounds stand in the
//! brackets.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};

#[derive(Clone)]
pub struct Documents {
    lines: Arc<Mutex<HashMap<String, Vec<String>>>>,
}

impl Default for Documents {
    fn default() -> Self {
        Self::new()
    }
}

impl Documents {
    pub fn new() -> Self {
        let lines = Arc::new(Mutex::new(HashMap::new()));
        Self { lines }
    }

    pub fn append(&self, name: &str, line: &str) {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        match lines.get_mut(name) {
            Some(lines) => lines.push(line.to_string()),
            None => {
                lines.insert(name.to_string(), vec![line.to_string()]);
            }
        }
    }

    pub fn read(&self, name: &str) -> Option<String> {
        let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        let lines = lines.get(name)?;
        Some(
            lines
                .iter()
                .flat_map(|line| [line.as_str(), "\n"])
                .collect(),
        )
    }
}

pub fn in_background<W: FnOnce() -> R + Send + 'static, R: Send + 'static>(
    work: W,
) -> JoinHandle<R> {
    Builder::new()
        .name("background".into())
        .spawn(work)
        .expect("the system has no thread to give")
}
