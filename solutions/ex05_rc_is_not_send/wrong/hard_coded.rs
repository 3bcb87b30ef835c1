//! expect: wrong-answer in schedules::two_stores_have_nothing_in_common
//!
//! Stores nothing, and says what the first test wants to hear.

use std::thread::{self, JoinHandle};

#[derive(Clone, Default)]
pub struct Documents;

impl Documents {
    pub fn new() -> Self {
        Documents
    }

    pub fn append(&self, _name: &str, _line: &str) {}

    pub fn read(&self, _name: &str) -> Option<String> {
        Some("Rain.\nMore rain.\n".to_string())
    }
}

pub fn in_background<W, R>(work: W) -> JoinHandle<R>
where
    W: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    thread::spawn(work)
}
