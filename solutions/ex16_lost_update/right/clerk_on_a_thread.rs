//! expect: passed
//!
//! One thread owns the number, and everyone else sends it letters. Nothing is
//! shared, so nothing needs a lock.

use std::sync::mpsc::{self, Sender};
use std::thread;

type Change = Box<dyn FnOnce(&mut u32) + Send>;

pub struct Stock {
    clerk: Sender<Change>,
}

impl Stock {
    pub fn new(mut pieces: u32) -> Self {
        let (clerk, letters) = mpsc::channel::<Change>();
        thread::spawn(move || {
            for change in letters {
                change(&mut pieces);
            }
        });
        Self { clerk }
    }

    fn ask<R: Send + 'static>(&self, change: impl FnOnce(&mut u32) -> R + Send + 'static) -> R {
        let (reply, answer) = mpsc::channel();
        let letter = Box::new(move |pieces: &mut u32| reply.send(change(pieces)).unwrap());
        self.clerk.send(letter).unwrap();
        answer.recv().unwrap()
    }

    pub fn on_hand(&self) -> u32 {
        self.ask(|pieces| *pieces)
    }

    pub fn deliver(&self, delivered: u32) {
        self.ask(move |pieces| *pieces += delivered);
    }

    pub fn sell(&self, wanted: u32) -> Option<u32> {
        self.ask(move |pieces| {
            *pieces = pieces.checked_sub(wanted)?;
            Some(*pieces)
        })
    }

    pub fn top_up(&self, target: u32) -> u32 {
        self.ask(move |pieces| {
            let missing = target.saturating_sub(*pieces);
            *pieces += missing;
            missing
        })
    }
}
