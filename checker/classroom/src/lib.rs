//! Submissions in, marks out.
//!
//! | module | its job |
//! |---|---|
//! | [`intake`] | what an instructor downloaded becomes a [`Class`] of [`Submission`]s |
//! | `roster` | whose each submission is |
//! | [`grading`] | hand-ins are judged, many at a time |
//! | [`ledger`] | every verdict, and all that it rests on, kept for good |
//! | [`marks`] | the rules of a class, and the marks that follow from rulings |
//! | [`similarity`] | which solutions of an exercise are alike |
//! | [`record`] | the plain data that the others hand to each other |
//! | [`export`] | marks become files for spreadsheets, programs and course platforms |
//! | [`report`] | marks become pages: feedback for a learner, a report of the class |

mod error;
pub mod export;
pub mod grading;
pub mod intake;
pub mod ledger;
pub mod marks;
pub mod record;
mod redact;
pub mod report;
mod roster;
pub mod similarity;
mod vouched;

pub use error::{IntakeError, RosterError};
pub use intake::{
    Attempt, Catalogue, Class, ContentHash, Ignored, Intake, Key, Learner, Limits, Note, Origin,
    RawName, Refused, SourceFile, SourceKind, Submission, SubmittedAt, Vouched, WhyIgnored,
    WhyRefused, Work,
};
pub use roster::{Enrolled, Enrolment, Person, PersonId, Roster};
pub use vouched::NoWord;
