//! expect: passed
//!
//! The number waits in a channel: whoever has taken it out is alone with it.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};

pub struct Stock {
    give: Sender<u32>,
    take: Mutex<Receiver<u32>>,
}
impl Stock {
    pub fn new(pieces: u32) -> Self {
        let (give, r) = channel();
        give.send(pieces).unwrap();
        Self {
            give,
            take: Mutex::new(r),
        }
    }
    fn with<R>(&self, f: impl FnOnce(&mut u32) -> R) -> R {
        let mut n = { self.take.lock().unwrap().recv().unwrap() };
        let r = f(&mut n);
        self.give.send(n).unwrap();
        r
    }
    pub fn on_hand(&self) -> u32 {
        self.with(|n| *n)
    }
    pub fn deliver(&self, pieces: u32) {
        self.with(|n| *n += pieces);
    }
    pub fn sell(&self, pieces: u32) -> Option<u32> {
        self.with(|n| {
            *n = n.checked_sub(pieces)?;
            Some(*n)
        })
    }
    pub fn top_up(&self, target: u32) -> u32 {
        self.with(|n| {
            let m = target.saturating_sub(*n);
            *n += m;
            m
        })
    }
}
