//! Marks become files.
//!
//! Every text that comes from a submission, a roster or a judged process is hostile: it
//! reaches a file only through [`safe`].

pub mod safe;
