//! expect: passed
//!
//! What the standard library has ready made. In a real program this is the best answer. Here you miss what
//! the exercise is about.

use std::sync::OnceLock;

pub struct Published<T> {
    value: OnceLock<T>,
}

impl<T> Published<T> {
    pub const fn empty() -> Self {
        Self {
            value: OnceLock::new(),
        }
    }

    pub fn publish(&self, value: T) -> Result<(), T> {
        self.value.set(value)
    }

    pub fn get(&self) -> Option<&T> {
        self.value.get()
    }
}
