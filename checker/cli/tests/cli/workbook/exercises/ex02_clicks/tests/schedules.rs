//! Every schedule.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex02;

#[test]
fn no_click_is_lost() {
    interleave::explore(|| assert_eq!(ex02::count_clicks(2), 2, "a click was lost"));
}

const _: fn(usize) -> usize = ex02::count_clicks;
