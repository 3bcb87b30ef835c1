//! What Gradescope reads: results of a submission, and the autograder that makes them.

mod autograder;
mod collect;
mod results;
mod scripts;

pub use autograder::{Autograder, gradescope_autograder};
pub use collect::{AutograderError, Extra};
pub use results::{ResultsError, gradescope_results};
pub use scripts::{AUTOGRADER_GRADE, AUTOGRADER_PREPARE};
