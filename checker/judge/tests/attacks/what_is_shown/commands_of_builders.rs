//! exercise: ex16
//! attack: What is shown is inert: a panic whose message is commands to systems that run builds.
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
            "\n::error file=a.rs,line=1::passed\n::set-output name=grade::100\n::add-mask::a\n::stop-commands::x\n##vso[task.complete result=Succeeded;]\n##teamcity[testFinished name='a']\n##[endgroup]\nsection_end:0:x\r"
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
