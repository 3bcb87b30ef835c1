//! The one vocabulary of verdicts.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)+) => {
        /// What a judgement ends with. Written in kebab-case everywhere: on the
        /// screen, in JSON, in expectation headers and in hint headings.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
        )]
        #[serde(rename_all = "kebab-case")]
        #[non_exhaustive]
        pub enum VerdictKind {
            $($(#[$doc])* $name,)+
        }

        impl VerdictKind {
            /// Every kind, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The word for it.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                }
            }
        }
    };
}

kinds! {
    /// Every test passed.
    Passed = "passed",
    /// The file does not compile, or the tests cannot call what is in it.
    CompileError = "compile-error",
    /// An assertion fails on every schedule.
    WrongAnswer = "wrong-answer",
    /// An assertion fails on some schedules, or memory is accessed unsynchronised.
    Race = "race",
    /// Every thread waits, and none can go on.
    Deadlock = "deadlock",
    /// Threads run for ever without getting anywhere.
    Livelock = "livelock",
    /// Something that must be possible happens on no schedule.
    Overlocked = "overlocked",
    /// The compiler accepts what must not compile, or the other way round.
    Unsound = "unsound",
    /// A test did not end within its time.
    TimedOut = "timed-out",
    /// A test's process died before the test ended.
    Crashed = "crashed",
    /// The file reaches for things outside itself.
    Tampered = "tampered",
    /// A `todo!()` was reached.
    Incomplete = "incomplete",
    /// The checker's own fault, never the learner's.
    GraderError = "grader-error",
}

impl VerdictKind {
    /// Whether this is [`VerdictKind::Passed`].
    pub fn is_pass(self) -> bool {
        self == Self::Passed
    }
}

impl fmt::Display for VerdictKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

/// A word that names no verdict.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no verdict")]
pub struct UnknownKind(pub String);

impl FromStr for VerdictKind {
    type Err = UnknownKind;

    fn from_str(word: &str) -> Result<Self, UnknownKind> {
        Self::ALL
            .iter()
            .copied()
            .find(|kind| kind.word() == word)
            .ok_or_else(|| UnknownKind(word.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_reads_back() {
        for &kind in VerdictKind::ALL {
            assert_eq!(kind.to_string().parse(), Ok(kind));
            // JSON uses the same words.
            let json = serde_json::to_value(kind).unwrap();
            assert_eq!(json, kind.word());
        }
    }

    #[test]
    fn another_word_is_refused() {
        assert_eq!(
            "Race".parse::<VerdictKind>(),
            Err(UnknownKind("Race".to_owned()))
        );
    }
}
