//! What must not be published across threads. Each file in `compile_fail/` is a small program that
//! the compiler has to reject, at the marked line and for the marked reason. The files named
//! `control` are honest callers, and must compile.

#[test]
fn what_must_not_cross_threads() {
    testkit::compile_cases("tests/compile_fail");
}
