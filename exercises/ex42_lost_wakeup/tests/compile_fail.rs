//! What must not cross threads in a print shop.
//!
//! A document goes from the customer's thread to a printer's. So threads may share a
//! shop only if its documents may be sent to a thread. Nobody wrote that down: it
//! follows from the fields. Each file in `tests/compile_fail` is a small program. The
//! one named `control` must compile, and each of the others must not.

#[test]
fn what_must_not_cross_threads() {
    testkit::compile_cases("tests/compile_fail");
}
