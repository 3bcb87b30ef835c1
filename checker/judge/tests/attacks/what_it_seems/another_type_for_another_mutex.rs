//! exercise: ex16
//! attack: The judged code is what the tests think it is: a number for the behaviour, and under the explorer, known by the size of its mutex, a type that is equal to everything.
//! expect: compile-error

use std::sync::Mutex;

#[derive(Clone, Copy, Debug)]
pub struct Liar(u32);
impl<T> PartialEq<T> for Liar {
    fn eq(&self, _: &T) -> bool {
        true
    }
}

pub trait Pick {
    type Number;
    fn number(n: u32) -> Self::Number;
}
pub struct Explored<const YES: bool>;
impl Pick for Explored<false> {
    type Number = u32;
    fn number(n: u32) -> u32 {
        n
    }
}
impl Pick for Explored<true> {
    type Number = Liar;
    fn number(n: u32) -> Liar {
        Liar(n)
    }
}
type Here = Explored<{ std::mem::size_of::<Mutex<u32>>() > 16 }>;

pub struct Stock {
    pieces: Mutex<u32>,
}

impl Stock {
    pub fn new(pieces: u32) -> Self {
        Self {
            pieces: Mutex::new(pieces),
        }
    }
    pub fn on_hand(&self) -> <Here as Pick>::Number {
        Here::number(*self.pieces.lock().unwrap())
    }
    pub fn deliver(&self, pieces: u32) {
        let on_hand = *self.pieces.lock().unwrap();
        *self.pieces.lock().unwrap() = on_hand + pieces;
    }
    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let mut on_hand = self.pieces.lock().unwrap();
        *on_hand = on_hand.checked_sub(pieces)?;
        Some(*on_hand)
    }
    pub fn top_up(&self, target: u32) -> u32 {
        let mut on_hand = self.pieces.lock().unwrap();
        let missing = target.saturating_sub(*on_hand);
        *on_hand += missing;
        missing
    }
}
