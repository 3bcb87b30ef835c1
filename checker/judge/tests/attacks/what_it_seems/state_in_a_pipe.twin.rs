//! exercise: ex16
//! twin: the number lies in a channel, which the explorer sees.
//! expect: passed

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// The number is in the channel, or somebody is at work on it.
pub struct Stock {
    number: (SyncSender<u32>, Mutex<Receiver<u32>>),
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        let (sender, receiver) = sync_channel(1);
        sender.send(pieces).unwrap();
        Self {
            number: (sender, Mutex::new(receiver)),
        }
    }

    fn change(&self, change: impl FnOnce(u32) -> u32) -> u32 {
        let before = self.number.1.lock().unwrap().recv().unwrap();
        self.number.0.send(change(before)).unwrap();
        before
    }

    pub fn on_hand(&self) -> u32 {
        self.change(|pieces| pieces)
    }

    pub fn deliver(&self, pieces: u32) {
        self.change(|on_hand| on_hand + pieces);
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let before = self.change(|on_hand| on_hand.checked_sub(pieces).unwrap_or(on_hand));
        before.checked_sub(pieces)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let before = self.change(|on_hand| on_hand.max(target));
        target.saturating_sub(before)
    }
}
