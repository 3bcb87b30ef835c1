//! What a job must not take to a worker. Each file in `compile_fail/` is a small program that the
//! compiler has to reject, at the marked line and for the marked reason. The `control` is its honest
//! twin and has to compile.

#[test]
fn what_must_not_cross_threads() {
    testkit::compile_cases("tests/compile_fail");
}
