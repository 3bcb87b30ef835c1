//! exercise: ex16
//! twin: the number lies in the position of a cursor, under a lock.
//! expect: passed

use std::io::Cursor;
use std::sync::Mutex;

/// The stock of one article: so far a cursor has come.
pub struct Stock {
    place: Mutex<Cursor<()>>,
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        let stock = Self {
            place: Mutex::new(Cursor::new(())),
        };
        stock.deliver(pieces);
        stock
    }

    /// Moves on by as many pieces as `change` says, and returns where it was.
    fn change(&self, change: impl FnOnce(u32) -> i64) -> u32 {
        let mut place = self.place.lock().unwrap();
        let before = u32::try_from(place.position()).unwrap();
        let after = place.position().checked_add_signed(change(before));
        place.set_position(after.unwrap());
        before
    }

    pub fn on_hand(&self) -> u32 {
        self.change(|_| 0)
    }

    pub fn deliver(&self, pieces: u32) {
        self.change(|_| pieces.into());
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let before = self.change(|on_hand| {
            if on_hand < pieces {
                0
            } else {
                -i64::from(pieces)
            }
        });
        before.checked_sub(pieces)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let before = self.change(|on_hand| target.saturating_sub(on_hand).into());
        target.saturating_sub(before)
    }
}
