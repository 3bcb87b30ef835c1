//! Nothing but tests: see `tests/table`.
