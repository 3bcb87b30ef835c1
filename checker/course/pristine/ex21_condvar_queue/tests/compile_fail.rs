//! What must not cross threads in a queue.
//!
//! A queue carries its items from one thread to another. So threads may share a
//! queue only if its items may be sent to a thread. You need not write that
//! down: it follows from the fields you choose. Each file in
//! `tests/compile_fail` is a small program. The one named `control` must compile,
//! and each of the others must not.

#[test]
fn what_must_not_cross_threads() {
    testkit::compile_cases("tests/compile_fail");
}
