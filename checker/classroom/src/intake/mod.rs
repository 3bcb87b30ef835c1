//! Taking submissions in.
//!
//! [`Intake::read`] takes what an instructor downloaded or collected, finds out by
//! looking what it is, and hands back a [`Class`]: one [`Submission`] a learner and
//! attempt. Everything in a submission is hostile until shown otherwise. The intake
//! runs nothing that it finds, and takes only `.rs` files that stand where an exercise's
//! `src/` stands. Whatever else it meets is listed with the reason, and no submission stops
//! the class. Their texts wait in memory, those of a large class in a file without a name.
//!
//! [`Roster::enrol`](crate::Roster::enrol) then gives each submission the id of a person, exactly or not at all.
//!
//! | found | how it is told |
//! |---|---|
//! | Gradescope export | `submission_metadata.yml` |
//! | git repository | `.git`, or `HEAD`, `objects` and `refs`; read at `HEAD` |
//! | Moodle download | most names are `Full Name_123_assignsubmission_file_` |
//! | Canvas download | most names are `name_123_456_file`, or `name_LATE_123_456_file` |
//! | one learner | `exercises/`, `ex05/` or `ex05.rs` at the top |
//! | a folder per learner | anything else that is a folder |
//! | zip, tar, tar.gz | their first bytes; what is in them is told as above |
//! | a list of repositories | a text file, see [`Intake::read`] |

mod canvas;
mod catalogue;
mod fate;
mod gradescope;
mod layout;
mod limits;
mod moodle;
pub(crate) mod name;
mod path;
mod read;
mod repositories;
pub(crate) mod shelf;
mod sift;
mod sniff;
pub(crate) mod submission;
mod text;
mod tree;

pub use catalogue::Catalogue;
pub use fate::{Ignored, Refused, WhyIgnored, WhyRefused};
pub use limits::Limits;
pub use name::RawName;
pub use read::Intake;
pub use submission::{
    Attempt, Class, Key, Learner, Note, Origin, SourceKind, Submission, SubmittedAt, Vouched,
};
pub use text::{ContentHash, SourceFile, Work};
