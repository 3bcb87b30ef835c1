//! exercise: ex16
//! attack: Its source reaches nothing but itself: the solution, as a module whose attribute and keyword arrive one by one.
//! expect: tampered | compile-error
//! canary: The reference: one lock section

macro_rules! put {
    ($keyword:tt, $attribute:ident, $name:ident) => {
        #[$attribute = "../../../../../../../../solutions/ex16_lost_update/lib.rs"]
        $keyword $name;
    };
}

put!(mod, path, mine);
pub use mine::Stock;
