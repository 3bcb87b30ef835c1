//! What must not happen to a lock and its guard. Each file in `compile_fail/` is a small program that
//! the compiler has to reject, at the marked line and for the marked reason. The files named
//! `control` are honest callers, and must compile.

#[test]
fn what_the_compiler_must_see_to() {
    testkit::compile_cases("tests/compile_fail");
}
