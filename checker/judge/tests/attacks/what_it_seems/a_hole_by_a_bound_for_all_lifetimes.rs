//! exercise: ex16
//! attack: The judged code is what the tests think it is: it keeps what is behind a lock when the lock is free again, by another hole of the compiler, a bound for all lifetimes.
//! expect: compile-error

use std::sync::Mutex;

trait Sub<'a, 'b, R>: Super<'a, 'b> {}

trait Super<'a, 'b> {
    fn convert(x: &'a mut u32) -> &'b mut u32;
}

fn by_sub<'x, 'y, S>(x: &'x mut u32) -> &'y mut u32
where
    S: for<'a, 'b> Sub<'a, 'b, &'b &'a ()>,
{
    by_super::<S>(x)
}

fn by_super<'x, 'y, S>(x: &'x mut u32) -> &'y mut u32
where
    S: for<'a, 'b> Super<'a, 'b>,
{
    S::convert(x)
}

struct Hole;

impl<'a: 'b, 'b> Super<'a, 'b> for Hole {
    fn convert(x: &'a mut u32) -> &'b mut u32 {
        x
    }
}

impl<'a, 'b> Sub<'a, 'b, &'b &'a ()> for Hole {}

/// The stock as the exercise hands it out, racy: the number is used when the lock is free again.
pub struct Stock {
    pieces: Mutex<u32>,
}

impl Stock {
    fn pieces(&self) -> &'static mut u32 {
        by_sub::<Hole>(&mut *self.pieces.lock().unwrap())
    }

    pub fn new(pieces: u32) -> Self {
        Self {
            pieces: Mutex::new(pieces),
        }
    }

    pub fn on_hand(&self) -> u32 {
        *self.pieces()
    }

    pub fn deliver(&self, pieces: u32) {
        *self.pieces() += pieces;
    }

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let on_hand = self.pieces();
        *on_hand = on_hand.checked_sub(pieces)?;
        Some(*on_hand)
    }

    pub fn top_up(&self, target: u32) -> u32 {
        let on_hand = self.pieces();
        let missing = target.saturating_sub(*on_hand);
        *on_hand += missing;
        missing
    }
}
