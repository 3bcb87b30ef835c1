//! exercise: ex16
//! attack: What is shown is inert: a panic whose message ends the block that it is in, and links to elsewhere.
//! expect: wrong-answer | race

use std::sync::Mutex;

/// The stock as the exercise hands it out: each access is locked, and updates get lost.
pub struct Stock {
    pieces: Mutex<u32>,
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            pieces: Mutex::new(pieces),
        }
    }

    pub fn on_hand(&self) -> u32 {
        *self.pieces.lock().unwrap()
    }

    pub fn deliver(&self, pieces: u32) {
        panic!(
            "\n```\n~~~~\n</details>\n# Passed\n| ex16 | 20 of 20 |\n![](http://example.com/x.png) [here](javascript:alert(1)) <!-- \n`````` @everyone #1 $$x$$ {{{{% raw %}}}}"
        );
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let left = self.on_hand().checked_sub(pieces)?;
        *self.pieces.lock().unwrap() = left;
        Some(left)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let missing = target.saturating_sub(self.on_hand());
        self.deliver(missing);
        missing
    }
}
