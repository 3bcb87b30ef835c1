//! What must not reach another thread through `tally_words`.
//!
//! All the threads call `scan`, so what it holds is shared between them. The
//! bounds on `scan` have the compiler check that. Each file in
//! `tests/compile_fail` is a small program. The one named `control` must
//! compile, and each of the others must not.

#[test]
fn what_must_not_cross_threads() {
    testkit::compile_cases("tests/compile_fail");
}
