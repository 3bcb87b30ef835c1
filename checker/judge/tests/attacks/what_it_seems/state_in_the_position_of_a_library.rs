//! exercise: ex16
//! attack: The judged code is what the tests think it is: the number lies in the position of an open library, whose path a macro puts together from pieces.
//! expect: tampered

use std::io::{Seek, SeekFrom};

macro_rules! put {
    ($($token:tt),*) => { $($token)* };
}

struct Number(put!(std, ::, fs, ::, File));

impl Number {
    fn new(pieces: u32) -> Self {
        let file = [
            "/lib/x86_64-linux-gnu/libc.so.6",
            "/usr/lib/x86_64-linux-gnu/libc.so.6",
            "/lib64/ld-linux-x86-64.so.2",
        ]
        .iter()
        .find_map(|name| put!(std, ::, fs, ::, File, ::, open)(name).ok());
        let number = Self(file.unwrap());
        number.set(pieces);
        number
    }

    fn get(&self) -> u32 {
        (&self.0).stream_position().unwrap() as u32
    }

    fn set(&self, pieces: u32) {
        (&self.0).seek(SeekFrom::Start(pieces.into())).unwrap();
    }
}

/// The stock as the exercise hands it out, racy; only the number lies elsewhere.
pub struct Stock {
    pieces: Number,
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            pieces: Number::new(pieces),
        }
    }

    pub fn on_hand(&self) -> u32 {
        self.pieces.get()
    }

    pub fn deliver(&self, pieces: u32) {
        let on_hand = self.on_hand();
        self.pieces.set(on_hand + pieces);
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let left = self.on_hand().checked_sub(pieces)?;
        self.pieces.set(left);
        Some(left)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let missing = target.saturating_sub(self.on_hand());
        self.deliver(missing);
        missing
    }
}
