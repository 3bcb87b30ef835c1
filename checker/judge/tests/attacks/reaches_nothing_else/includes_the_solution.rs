//! exercise: ex16
//! attack: Its source reaches nothing but itself: the solution, by a macro whose name and sign arrive one by one.
//! expect: tampered | compile-error
//! canary: The reference: one lock section

macro_rules! put {
    ($($token:tt),*) => { $($token)* };
}

mod mine {
    put!(include, !, ("../../../../../../../../solutions/ex16_lost_update/lib.rs"), ;);
}
pub use mine::Stock;
