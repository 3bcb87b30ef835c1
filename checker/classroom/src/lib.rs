//! Submissions in, marks out.
//!
//! | module | its job |
//! |---|---|
//! | [`intake`] | what an instructor downloaded becomes a [`Class`] of [`Submission`]s |
//! | `roster` | whose each submission is |
//! | [`ledger`] | every verdict, and all that it rests on, kept for good |
//! | [`similarity`] | which solutions of an exercise are alike |
//! | [`record`] | the plain data that the others hand to each other |

mod error;
pub mod intake;
pub mod ledger;
pub mod record;
mod roster;
pub mod similarity;

pub use error::{IntakeError, RosterError};
pub use intake::{
    Attempt, Catalogue, Class, ContentHash, Ignored, Intake, Key, Learner, Limits, Note, Origin,
    RawName, Refused, SourceFile, SourceKind, Submission, SubmittedAt, Vouched, WhyIgnored,
    WhyRefused, Work,
};
pub use roster::{Enrolled, Enrolment, Person, PersonId, Roster};
