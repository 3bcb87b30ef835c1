//! The rules of a class, and the marks that follow from them.
//!
//! ```text
//! classroom.toml ──▶ Rules ──┐
//! exercises, stubs ▶ Examined ┴▶ Scheme ──▶ gradebook(people, rulings, now) ──▶ Gradebook
//! ```
//!
//! [`Rules::parse`] finds everything that can be wrong with the file by itself,
//! [`Scheme::new`] everything that can be wrong with it for these exercises. After that
//! nothing can fail: [`Scheme::gradebook`] is a pure function.
//!
//! Three things are never done. A fault of the grader never becomes a zero: the mark is
//! withheld. What the untouched stub passes earns nothing by itself: see
//! [`ExaminedTest::stub_passes`]. And nothing is dropped: exceptions for nobody and
//! rulings without a place in the class are in [`Gradebook::warnings`].
//!
//! [`Gradebook::warnings`]: crate::record::Gradebook::warnings

mod assess;
mod book;
mod error;
mod keys;
mod late;
mod length;
mod percent;
mod read;
mod rules;
mod scheme;
mod worth;

pub use book::Listed;
pub use error::{At, Place, Problem, RulesError};
pub use late::{Deadline, Extra, Granted, LatePolicy, Moment, Reckoned, reckon};
pub use length::{Length, NoLength};
pub(crate) use percent::hundredths;
pub use percent::{NoPercent, Percent};
pub use rules::{Attempts, ExerciseRules, ExtraTime, HiddenTests, Rules, Show, Terms};
pub use scheme::Scheme;
pub use worth::{ExamError, Examined, ExaminedTest};
