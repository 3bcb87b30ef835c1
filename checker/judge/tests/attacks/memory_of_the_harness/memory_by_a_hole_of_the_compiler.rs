//! exercise: ex16
//! attack: The harness' memory is its own: it reads memory that is not its own without `unsafe`, by a hole in the compiler's rules for lifetimes.
//! expect: tampered | race | crashed | compile-error

use std::sync::Mutex;

static UNIT: &&() = &&();

fn shorten<'a, 'b, T: ?Sized>(_: &'a &'b (), value: &'b mut T) -> &'a mut T {
    value
}

/// The compiler's oldest hole: safe code that makes a reference live for ever.
fn stretch<'a, 'b, T: ?Sized>(value: &'a mut T) -> &'b mut T {
    let hole: for<'x> fn(_, &'x mut T) -> &'b mut T = shorten;
    hole(UNIT, value)
}

enum Either<A, B> {
    A(Option<Box<A>>),
    B(Option<Box<B>>),
}

/// So this is `transmute`, without `unsafe`.
fn change<A, B>(value: A) -> B {
    #[inline(never)]
    fn inner<A, B>(either: &mut Either<A, B>, value: A) -> B {
        let Either::B(place) = either else {
            unreachable!()
        };
        let place = stretch(place);
        *either = Either::A(Some(Box::new(value)));
        std::hint::black_box(either);
        *place.take().unwrap()
    }
    inner(std::hint::black_box(&mut Either::B(None)), value)
}

fn byte_at(address: usize) -> u8 {
    *change::<usize, &'static u8>(address)
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
        let here = std::ptr::from_ref(self).addr();
        let bytes: Vec<u8> = (here..here + 4096).map(byte_at).collect();
        println!("{bytes:?}");
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
