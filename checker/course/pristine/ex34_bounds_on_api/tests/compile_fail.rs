//! Your bounds, tried by their callers. The files named `control` hold honest
//! callers: each must compile, so your bounds must not ask for more than they need.
//! The others would go wrong on threads: the compiler must refuse them at the marked
//! line, so your bounds must not ask for less.

#[test]
fn what_must_not_cross_threads() {
    testkit::compile_cases("tests/compile_fail");
}
