//! Marks as files.

mod autograder;
mod class;
mod github;
mod gradescope;
mod json;
mod junit;
mod matrix;
mod spreadsheet;
mod upload;
mod worksheet;

#[allow(dead_code, reason = "the reports need more of it")]
#[path = "../report/sample.rs"]
mod sample;
