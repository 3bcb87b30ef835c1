//! expect: deadlock in schedules::close_wakes_a_waiting_giver
//!
//! A bounded channel behind two mutexes. A giver that waits for a place keeps the
//! sender locked, so `close` cannot take it away.

use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, SyncSender};

pub struct Queue<T> {
    sender: Mutex<Option<SyncSender<T>>>,
    receiver: Mutex<Receiver<T>>,
}

impl<T> Queue<T> {
    pub fn new(capacity: usize) -> Self {
        let (sender, receiver) = mpsc::sync_channel(capacity);
        Self {
            sender: Mutex::new(Some(sender)),
            receiver: Mutex::new(receiver),
        }
    }

    pub fn push(&self, item: T) -> Result<(), T> {
        match &*self.sender.lock().unwrap() {
            Some(sender) => sender.send(item).map_err(|refused| refused.0),
            None => Err(item),
        }
    }

    pub fn pop(&self) -> Option<T> {
        self.receiver.lock().unwrap().recv().ok()
    }

    pub fn close(&self) {
        self.sender.lock().unwrap().take();
    }
}
