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

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{LastVerdict, Progress, Record};
use crate::VerdictKind;

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
