//! Every schedule.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex01;

#[test]
fn both_answers_are_right() {
    interleave::explore(|| assert_eq!(ex01::double(&[1, 2]), [2, 4], "each number twice"));
}

const _: fn(&[u32]) -> Vec<u32> = ex01::double;
