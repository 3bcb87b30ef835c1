//! What the intake hands on.

use std::collections::BTreeMap;
use std::fmt;
use std::num::NonZeroU32;
use std::path::PathBuf;

use jiff::Timestamp;

use crate::{Ignored, RawName, Refused, Work};

/// Everything that was found.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Class {
    /// One for each learner and attempt, in the order in which they were found. A
    /// learner of whom nothing could be taken is here too.
    pub submissions: Vec<Submission>,
    /// What belongs to no learner and was left out.
    pub ignored: Vec<Ignored>,
    /// What belongs to no learner that can be told and was refused.
    pub refused: Vec<Refused>,
    /// What else the instructor should know.
    pub notes: Vec<Note>,
}

/// Something about the class as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The argument that it is about.
    pub source: PathBuf,
    /// What was seen. A whole sentence.
    pub what: String,
    /// What to do. A whole sentence.
    pub advice: String,
}

/// What one learner handed in, once.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Submission {
    /// Whose it is, as far as the source says.
    pub learner: Learner,
    /// Where it was found.
    pub origin: Origin,
    /// When it was handed in, if the source says so. Times of files say nothing.
    pub time: Option<SubmittedAt>,
    /// Whether the source marked it as late. `false` where a source marks nothing.
    pub late: bool,
    /// Which of the learner's attempts it is.
    pub attempt: Attempt,
    /// What was taken, by the exercise's number.
    pub work: BTreeMap<u32, Work>,
    /// Archives that were opened; what was in them is listed like everything else.
    pub opened: Vec<RawName>,
    /// What was left out because it is no source of an exercise.
    pub ignored: Vec<Ignored>,
    /// What was left out because something is wrong with it.
    pub refused: Vec<Refused>,
    /// What else the instructor should know about it. Whole sentences.
    pub notes: Vec<String>,
}

/// A learner as the source shows them. Nothing is guessed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Learner {
    /// The name of the folder, file or person.
    pub name: RawName,
    /// What the source knows them by, the surest first. Never empty.
    keys: Vec<Key>,
}

impl Learner {
    pub(crate) fn new(name: RawName, first: Key) -> Self {
        Self {
            name,
            keys: vec![first],
        }
    }

    pub(crate) fn with(mut self, key: Option<Key>) -> Self {
        self.keys.extend(key);
        self.keys.sort();
        self
    }

    /// What the source knows them by, the surest first.
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// The surest key: two submissions with the same one come from the same learner.
    pub fn surest(&self) -> &Key {
        &self.keys[0]
    }
}

/// Something by which a source tells learners apart, the surest kind first.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// Canvas' number of the user.
    CanvasId(String),
    /// Gradescope's student id.
    GradescopeSid(String),
    /// The address in Gradescope.
    Email(String),
    /// Moodle's number of the participant.
    MoodleParticipant(String),
    /// The name of a folder, archive or repository.
    Folder(RawName),
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, value) = match self {
            Self::CanvasId(id) => ("Canvas id", RawName::from(id.as_str())),
            Self::GradescopeSid(id) => ("Gradescope sid", RawName::from(id.as_str())),
            Self::Email(address) => ("email", RawName::from(address.as_str())),
            Self::MoodleParticipant(id) => ("Moodle participant", RawName::from(id.as_str())),
            Self::Folder(name) => ("folder", name.clone()),
        };
        write!(f, "{kind} {value}")
    }
}

/// Where a submission was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The argument, as given.
    pub argument: PathBuf,
    /// The kind of source.
    pub kind: SourceKind,
    /// The folder or file in it. Empty when it is the whole argument.
    pub place: RawName,
}

/// The kinds of sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SourceKind {
    /// A folder of one learner, or one a learner; packed or not.
    Folder,
    /// A git repository at `HEAD`.
    Git,
    /// A Gradescope export.
    Gradescope,
    /// A Canvas download.
    Canvas,
    /// A Moodle download.
    Moodle,
}

impl fmt::Display for SourceKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Folder => "folder",
            Self::Git => "git repository",
            Self::Gradescope => "Gradescope export",
            Self::Canvas => "Canvas download",
            Self::Moodle => "Moodle download",
        })
    }
}

/// When something was handed in, and on whose word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SubmittedAt {
    /// The moment.
    pub at: Timestamp,
    /// Who says so.
    pub vouched: Vouched,
}

/// Who says when something was handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vouched {
    /// The platform that received it.
    Platform,
    /// The learner's own commit, which can say any time that its author likes.
    Commit,
}

/// Which attempt of a learner something is: 1 is the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Attempt(NonZeroU32);

impl Attempt {
    /// The first.
    pub const FIRST: Self = Self(NonZeroU32::MIN);

    /// The one after this.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// Its number, from 1.
    pub fn number(self) -> u32 {
        self.0.get()
    }
}

impl fmt::Display for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// Numbers the attempts of each learner, who is told by `who`. By time where all of a
/// learner's submissions have one; otherwise in the order in which they stand.
pub(crate) fn number_attempts<T, K: Ord>(
    all: &mut [T],
    who: impl Fn(&T) -> K,
    submission: impl Fn(&mut T) -> &mut Submission,
) {
    let mut by_learner: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (index, one) in all.iter().enumerate() {
        by_learner.entry(who(one)).or_default().push(index);
    }
    for mut order in by_learner.into_values() {
        let mut times = BTreeMap::new();
        for &index in &order {
            if let Some(time) = submission(&mut all[index]).time {
                times.insert(index, time.at);
            }
        }
        if times.len() == order.len() {
            order.sort_by_key(|index| times[index]);
        }
        let mut attempt = Attempt::FIRST;
        for index in order {
            submission(&mut all[index]).attempt = attempt;
            attempt = attempt.next();
        }
    }
}
