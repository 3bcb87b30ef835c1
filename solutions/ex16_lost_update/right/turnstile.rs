//! expect: passed
//!
//! A lock of one's own: a flag under a mutex, and a condition variable.

use std::sync::{Condvar, Mutex};
pub struct Stock {
    turn: Mutex<(bool, u32)>,
    free: Condvar,
}
impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            turn: Mutex::new((false, pieces)),
            free: Condvar::new(),
        }
    }
    fn enter(&self) -> u32 {
        let mut g = self
            .free
            .wait_while(self.turn.lock().unwrap(), |t| t.0)
            .unwrap();
        g.0 = true;
        g.1
    }
    fn leave(&self, n: u32) {
        *self.turn.lock().unwrap() = (false, n);
        self.free.notify_one();
    }
    pub fn on_hand(&self) -> u32 {
        let n = self.enter();
        self.leave(n);
        n
    }
    pub fn deliver(&self, pieces: u32) {
        let n = self.enter();
        self.leave(n + pieces);
    }
    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let n = self.enter();
        let left = n.checked_sub(pieces);
        self.leave(left.unwrap_or(n));
        left
    }
    pub fn top_up(&self, target: u32) -> u32 {
        let n = self.enter();
        let m = target.saturating_sub(n);
        self.leave(n + m);
        m
    }
}
