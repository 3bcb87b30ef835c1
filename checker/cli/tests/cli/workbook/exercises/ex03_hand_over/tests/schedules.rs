//! Every schedule.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex03;

#[test]
fn the_value_always_comes_back() {
    interleave::explore(|| assert_eq!(ex03::through(7), 7, "another value came back"));
}

fn _signature<T: Send + 'static>(value: T) -> T {
    ex03::through(value)
}
