//! exercise: ex16
//! attack: Its source reaches nothing but itself: the solution, by a macro that is given the name of the macro to call.
//! expect: tampered

macro_rules! call {
    ($name:ident, $text:literal) => {
        $name!($text);
    };
}

mod mine {
    call!(
        include,
        "../../../../../../../../solutions/ex16_lost_update/lib.rs"
    );
}
pub use mine::Stock;
