//! exercise: ex16
//! attack: Its source reaches nothing but itself: the solution, as a module whose body a macro throws away.
//! expect: tampered | compile-error

macro_rules! without_body {
    ($keyword:tt $name:ident $body:tt) => {
        #[path = "../../../../../../../../solutions/ex16_lost_update/lib.rs"]
        $keyword $name;
    };
}

without_body!(
    mod mine {}
);
pub use mine::Stock;
