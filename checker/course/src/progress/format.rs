//! The written form of progress: JSON with a version number.
//!
//! The version rises whenever a field is added, goes away or changes its meaning. An older
//! checker then refuses the file and leaves it alone, instead of dropping what it does not know.
//! Every earlier form is still read, and there is a kept sample of each in `tests/samples`:
//!
//! | version | what was new |
//! |---|---|
//! | 1 | `passed_at`, `attempts`, `last` with `key`, `kind` and `report` |
//! | 2 | `seconds`, `seen_at`, `hints`; `at` and `source` in `last`; `attempts` counts changes of the file, not verdicts |

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{LastVerdict, Progress, Record};
use crate::{Error, VerdictKind, curriculum};

/// The version that is written.
pub const VERSION: u64 = 2;

/// Why a text is no progress.
#[derive(Debug)]
pub enum Unreadable {
    /// It is not as it should be. Says where, and why.
    Damaged(String),
    /// A newer checker wrote it, in this version.
    TooNew(u64),
}

/// Reads any version up to [`VERSION`].
pub fn read(text: &[u8]) -> Result<Progress, Unreadable> {
    // The version comes first: a newer form may look damaged to us.
    match parse::<VersionOnly>(text)?.version {
        0 => Err(Unreadable::Damaged("version: there is no version 0".into())),
        1 => Ok(parse::<v1::Progress>(text)?.into()),
        2 => Ok(parse(text)?),
        newer => Err(Unreadable::TooNew(newer)),
    }
}

/// Writes [`VERSION`].
pub fn write(progress: &Progress) -> serde_json::Result<Vec<u8>> {
    let mut text = serde_json::to_vec_pretty(&Written {
        version: VERSION,
        progress,
    })?;
    text.push(b'\n');
    Ok(text)
}

impl Progress {
    /// Reads what [`Progress::export`] wrote, or a copy of a progress file, of any version up to
    /// [`VERSION`].
    ///
    /// # Errors
    /// When the file cannot be read, is damaged, or comes from a newer checker.
    pub fn import(file: &Path) -> Result<Self, Error> {
        let text = fs::read(file).map_err(|e| Error::io("read", file, e))?;
        let progress = read(&text).map_err(|error| match error {
            Unreadable::TooNew(found) => Error::too_new(file, found),
            Unreadable::Damaged(what) => Error::damaged(file, what),
        })?;
        match progress.exercises.keys().find(|name| !is_package(name)) {
            None => Ok(progress),
            Some(name) => Err(Error::damaged(
                file,
                format!("exercises: `{name}` is no exercise, which is `ex` and a number"),
            )),
        }
    }

    /// The whole progress, to be taken to another machine. What only serves to remember verdicts
    /// on this one is left out.
    pub fn export(&self) -> Exported {
        let mut progress = self.clone();
        for record in progress.exercises.values_mut() {
            if let Some(last) = &mut record.last {
                last.key.clear();
                last.report = serde_json::Value::Null;
            }
        }
        Exported {
            version: VERSION,
            progress,
        }
    }
}

/// Progress as it leaves for another machine. Serialised, it is the document that
/// [`Progress::import`] reads.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Exported {
    version: u64,
    #[serde(flatten)]
    progress: Progress,
}

/// Whether this is the name of an exercise's package, such as `ex05`.
fn is_package(name: &str) -> bool {
    let number = name.strip_prefix("ex").and_then(|n| n.parse().ok());
    number.is_some_and(|number| curriculum::package(number) == name)
}

#[derive(Serialize)]
struct Written<'a> {
    version: u64,
    #[serde(flatten)]
    progress: &'a Progress,
}

#[derive(Deserialize)]
struct VersionOnly {
    version: u64,
}

/// Errors say in which field they are, beside the line and the column.
fn parse<T: DeserializeOwned>(text: &[u8]) -> Result<T, Unreadable> {
    let damaged = |error: String| Unreadable::Damaged(error);
    let mut json = serde_json::Deserializer::from_slice(text);
    let read = serde_path_to_error::deserialize(&mut json).map_err(|e| damaged(e.to_string()))?;
    json.end().map_err(|e| damaged(e.to_string()))?;
    Ok(read)
}

/// Version 1, as it was.
mod v1 {
    use super::{BTreeMap, Deserialize, VerdictKind};

    #[derive(Deserialize)]
    pub struct Progress {
        pub exercises: BTreeMap<String, Record>,
    }

    #[derive(Deserialize)]
    pub struct Record {
        #[serde(default)]
        pub passed_at: Option<u64>,
        #[serde(default)]
        pub attempts: u32,
        #[serde(default)]
        pub last: Option<LastVerdict>,
    }

    #[derive(Deserialize)]
    pub struct LastVerdict {
        pub key: String,
        pub kind: VerdictKind,
        pub report: serde_json::Value,
    }
}

impl From<v1::Progress> for Progress {
    fn from(old: v1::Progress) -> Self {
        let record = |old: v1::Record| Record {
            passed_at: old.passed_at,
            attempts: old.attempts,
            last: old.last.map(|last| LastVerdict {
                kind: last.kind,
                at: None,
                source: None,
                key: last.key,
                report: last.report,
            }),
            ..Record::default()
        };
        let exercises = old.exercises.into_iter();
        Self {
            exercises: exercises.map(|(name, old)| (name, record(old))).collect(),
        }
    }
}
