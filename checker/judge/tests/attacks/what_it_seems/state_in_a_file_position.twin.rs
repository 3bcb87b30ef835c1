//! exercise: ex16
//! twin: the number lies in the position of a cursor, under a lock.
//! expect: passed

use std::io::Cursor;
use std::sync::Mutex;

/// The stock of one article, shared by all the threads of the shop.
pub struct Stock {
    place: Mutex<Cursor<()>>,
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            place: Mutex::new(at(pieces)),
        }
    }

    pub fn on_hand(&self) -> u32 {
        number(&self.place.lock().unwrap())
    }

    pub fn deliver(&self, pieces: u32) {
        let mut place = self.place.lock().unwrap();
        place.set_position(place.position() + u64::from(pieces));
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let mut place = self.place.lock().unwrap();
        *place = at(number(&place).checked_sub(pieces)?);
        Some(number(&place))
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let mut place = self.place.lock().unwrap();
        let missing = target.saturating_sub(number(&place));
        *place = at(number(&place) + missing);
        missing
    }
}

fn at(pieces: u32) -> Cursor<()> {
    let mut place = Cursor::new(());
    place.set_position(pieces.into());
    place
}

fn number(place: &Cursor<()>) -> u32 {
    u32::try_from(place.position()).unwrap()
}
