//! exercise: ex16
//! attack: The judged code is what the tests think it is: it takes a number for a reference by another hole of the compiler, a trait of all types and an object that says otherwise, and shares memory that the explorer does not see.
//! expect: compile-error

trait Object<U> {
    type Output;
}
impl<T: ?Sized, U> Object<U> for T {
    type Output = U;
}
fn hand<T: ?Sized, U>(x: <T as Object<U>>::Output) -> U {
    x
}
fn turn<T, U>(x: T) -> U {
    hand::<dyn Object<U, Output = T>, U>(x)
}
pub struct Stock {
    at: usize,
}
impl Stock {
    fn pieces(&self) -> &'static mut u32 {
        turn::<usize, &'static mut u32>(self.at)
    }
    pub fn new(pieces: u32) -> Self {
        let cell: &'static mut u32 = Box::leak(Box::new(pieces));
        Self {
            at: (&raw const *cell).addr(),
        }
    }
    pub fn on_hand(&self) -> u32 {
        *self.pieces()
    }
    pub fn deliver(&self, pieces: u32) {
        let on_hand = self.on_hand();
        *self.pieces() = on_hand + pieces;
    }
    pub fn sell(&self, pieces: u32) -> Option<u32> {
        let left = self.on_hand().checked_sub(pieces)?;
        *self.pieces() = left;
        Some(left)
    }
    pub fn top_up(&self, target: u32) -> u32 {
        let missing = target.saturating_sub(self.on_hand());
        self.deliver(missing);
        missing
    }
}
