//! Marks become files.
//!
//! | function | file | for whom |
//! |---|---|---|
//! | [`matrix`] | CSV, learners by exercises | people with a spreadsheet |
//! | [`marks_json`] | JSON with all evidence, by `schema/marks.schema.json` | programs |
//! | [`VerdictLine::write_to`] | JSON, a line a ruling, by `schema/verdict.schema.json` | programs |
//! | [`junit`] | `JUnit` XML, by `schema/junit.xsd` | whatever shows test results |
//! | [`gradescope_results`] | `results.json` of one submission | Gradescope |
//! | [`gradescope_autograder`] | the zip with which Gradescope grades | Gradescope |
//! | [`canvas_upload`] | CSV to import | Canvas |
//! | [`moodle_upload`] | CSV to import | Moodle's grade book |
//! | [`moodle_worksheet`] | an assignment's worksheet, filled in | Moodle |
//! | [`github_workflow`] | a workflow that grades what is pushed | GitHub |
//!
//! The same input gives the same bytes. What tells of hidden tests says so: [`junit`],
//! [`marks_json`] and the lines of verdicts are for instructors.
//!
//! Every text that comes from a submission, a roster or a judged process is hostile: it
//! reaches a file only through [`safe`].

mod github;
mod gradescope;
mod json;
mod junit;
mod matrix;
pub mod safe;
mod upload;

pub use github::{CourseAt, GITHUB_GRADE, NoCourse, Workflow, github_workflow};
pub use gradescope::{
    AUTOGRADER_GRADE, AUTOGRADER_PREPARE, Autograder, AutograderError, Extra, ResultsError,
    gradescope_autograder, gradescope_results,
};
pub use json::{MARKS_VERSION, VERDICT_VERSION, VerdictLine, marks_json};
pub use junit::junit;
pub use matrix::{Bom, Numbers, matrix};
pub use upload::{
    FillError, Filled, Graded, Kept, LeftOut, MoodleKey, Scale, Unmarked, Upload, WhyKept,
    WhyLeftOut, Worksheet, WorksheetError, canvas_upload, moodle_upload, moodle_worksheet,
};
