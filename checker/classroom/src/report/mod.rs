//! Marks become pages.
//!
//! | page | for whom | what |
//! |---|---|---|
//! | [`Feedback`] | a learner | their marks and what they rest on, as Markdown and as HTML |
//! | [`ClassReport`] | the instructor | the whole class in one HTML file |
//!
//! Every text that comes from a submission, a roster or a judged process is hostile: it
//! reaches a page only through [`export::safe`](crate::export::safe), which shows what
//! deceives and escapes the rest.
//! Pages load nothing, and a policy in each of them lets no script run but our own.

mod class;
mod feedback;
mod page;

pub use class::{ClassReport, Cluster, HandIn, Pair, Passage, Side, Similarity};
pub use feedback::{Feedback, Pictures};
