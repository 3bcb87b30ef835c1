//! Callers that break the rules of the task. The compiler must refuse each of
//! them, at the marked line, because of the fields that you chose. The files
//! named `control` keep the rules: they must compile.

#[test]
fn what_must_not_cross_threads() {
    testkit::compile_cases("tests/compile_fail");
}
