//! exercise: ex16
//! attack: The judged code is what the tests think it is: the number lies in a pipe of the system, where the explorer sees no step.
//! expect: tampered | race | crashed | wrong-answer

use std::io::{self, PipeReader, PipeWriter, Read, Write};

struct Number(PipeReader, PipeWriter);

impl Number {
    fn new(pieces: u32) -> Self {
        let (reader, writer) = io::pipe().unwrap();
        let number = Self(reader, writer);
        number.put(pieces);
        number
    }

    fn take(&self) -> u32 {
        let mut bytes = [0; 4];
        (&self.0).read_exact(&mut bytes).unwrap();
        u32::from_ne_bytes(bytes)
    }

    fn put(&self, pieces: u32) {
        (&self.1).write_all(&pieces.to_ne_bytes()).unwrap();
    }

    fn get(&self) -> u32 {
        let pieces = self.take();
        self.put(pieces);
        pieces
    }

    fn set(&self, pieces: u32) {
        self.take();
        self.put(pieces);
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
