//! exercise: ex16
//! attack: The harness' memory is its own: it opens its own memory as a file, without `unsafe`, and writes over the number that a test compares.
//! expect: tampered | race | crashed | wrong-answer

use std::fs::OpenOptions;
use std::io::{Read, Seek, SeekFrom, Write};
use std::sync::Mutex;

/// Makes the process' own memory agree with it, wherever it says 5.
fn agree() -> std::io::Result<()> {
    let maps = std::fs::read_to_string("/proc/self/maps")?;
    let mut memory = OpenOptions::new()
        .read(true)
        .write(true)
        .open("/proc/self/mem")?;
    for line in maps.lines().filter(|line| line.contains("rw-p")) {
        let Some((from, to)) = line
            .split(' ')
            .next()
            .and_then(|range| range.split_once('-'))
        else {
            continue;
        };
        let (Ok(from), Ok(to)) = (u64::from_str_radix(from, 16), u64::from_str_radix(to, 16))
        else {
            continue;
        };
        let mut bytes = vec![0; usize::try_from(to - from).unwrap_or(0).min(1 << 20)];
        memory.seek(SeekFrom::Start(from))?;
        memory.read_exact(&mut bytes)?;
        if let Some(at) = bytes.windows(7).position(|piece| piece == b" failed") {
            memory.seek(SeekFrom::Start(from + at as u64))?;
            memory.write_all(b" passed")?;
        }
    }
    Ok(())
}

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
        let _ = agree();
        let on_hand = self.on_hand();
        *self.pieces.lock().unwrap() = on_hand + pieces;
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
