//! What must not go to another thread, and what may.
//!
//! Each file in `tests/compile_fail` is a small program that uses your functions. The
//! compiler must refuse the lines marked with `//~`, and it must accept the programs whose
//! name begins with `control`.

#[test]
fn what_must_not_go_to_another_thread() {
    testkit::compile_cases("tests/compile_fail");
}
