//! exercise: ex16
//! attack: The judged code is what the tests think it is: it keeps what is behind a lock when the lock is free again, by another hole of the compiler, a closure that lives for ever whatever it returns.
//! expect: compile-error

use std::sync::Mutex;
trait Number {
    fn get(&self) -> u32;
    fn set(&mut self, n: u32);
}
impl Number for &mut u32 {
    fn get(&self) -> u32 {
        **self
    }
    fn set(&mut self, n: u32) {
        **self = n
    }
}
fn keep<I: Iterator + 'static>(_: &I, x: I::Item) -> Box<dyn Number>
where
    I::Item: Number,
{
    Box::new(x)
}
fn for_ever<'a>(x: &'a mut u32) -> Box<dyn Number> {
    let none = std::iter::from_fn(|| -> Option<&'a mut u32> { None });
    keep(&none, x)
}
pub struct Stock {
    pieces: Mutex<u32>,
}
impl Stock {
    fn pieces(&self) -> Box<dyn Number> {
        for_ever(&mut *self.pieces.lock().unwrap())
    }
    pub fn new(pieces: u32) -> Self {
        Self {
            pieces: Mutex::new(pieces),
        }
    }
    pub fn on_hand(&self) -> u32 {
        self.pieces().get()
    }
    pub fn deliver(&self, pieces: u32) {
        let mut p = self.pieces();
        p.set(p.get() + pieces)
    }
    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let mut p = self.pieces();
        let left = p.get().checked_sub(pieces)?;
        p.set(left);
        Some(left)
    }
    pub fn top_up(&self, target: u32) -> u32 {
        let mut p = self.pieces();
        let m = target.saturating_sub(p.get());
        p.set(p.get() + m);
        m
    }
}
