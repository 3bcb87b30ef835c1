//! exercise: ex16
//! attack: The judged code is what the tests think it is: it keeps no stock, and looks up what the test wants to hear by the line that calls.
//! expect: tampered | wrong-answer

use std::panic::Location;

/// Whether it is a schedule test that asks, and on which line.
#[track_caller]
fn asked_by() -> (bool, u32) {
    let place = Location::caller();
    (place.file().ends_with("schedules.rs"), place.line())
}

/// No stock at all.
pub struct Stock;

impl Stock {
    pub fn new(_pieces: u32) -> Self {
        Self
    }

    #[track_caller]
    pub fn on_hand(&self) -> u32 {
        match asked_by() {
            (true, 28 | 123) => 5,
            (true, 87) => 1,
            (true, 148) | (false, 28) => 2,
            (false, 23) => 3,
            (false, 25) => 7,
            (false, 38 | 41) => 10,
            _ => 0,
        }
    }

    pub fn deliver(&self, _pieces: u32) {}

    #[track_caller]
    pub fn sell(&self, _pieces: u32) -> Option<u32> {
        match asked_by() {
            (true, 41 | 99) | (false, 27) => None,
            (true, 61) => Some(1),
            (false, 26) => Some(2),
            _ => Some(0),
        }
    }

    #[track_caller]
    pub fn top_up(&self, _target: u32) -> u32 {
        match asked_by() {
            (true, 118) => 4,
            (true, 140) => 2,
            (false, 37) => 7,
            _ => 0,
        }
    }
}
