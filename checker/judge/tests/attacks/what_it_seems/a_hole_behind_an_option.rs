//! exercise: ex16
//! attack: The judged code is what the tests think it is: the number lies in memory that threads share without any lock, by a hole in the compiler's rules for lifetimes, with nothing in the place of the reference.
//! expect: compile-error | tampered

fn shorten<'a, 'b, T: ?Sized>(_: Option<&'a Option<&'b ()>>, value: &'b mut T) -> &'a mut T {
    value
}

/// The compiler's oldest hole: safe code that makes a reference live for ever.
fn stretch<'a, 'b, T: ?Sized>(value: &'a mut T) -> &'b mut T {
    let hole: for<'x> fn(_, &'x mut T) -> &'b mut T = shorten;
    hole(None, value)
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

struct Number(usize);

impl Number {
    fn new(pieces: u32) -> Self {
        Self(change::<Box<u32>, usize>(Box::new(pieces)))
    }

    fn place(&self) -> &mut u32 {
        change::<usize, &mut u32>(self.0)
    }

    fn get(&self) -> u32 {
        *self.place()
    }

    fn set(&self, pieces: u32) {
        *self.place() = pieces;
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
