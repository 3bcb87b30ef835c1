//! On whose word a time of submission is, in words and in files.

use std::fmt;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Unexpected};
use serde::{Serialize, Serializer};

use crate::Vouched;

impl Vouched {
    /// As the ledger and the exports write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Platform => "platform",
            Self::Commit => "commit",
        }
    }
}

/// `the commit's own word`.
impl fmt::Display for Vouched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Platform => "the platform's word",
            Self::Commit => "the commit's own word",
        })
    }
}

/// What was read is none of [`Vouched::word`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoWord;

impl FromStr for Vouched {
    type Err = NoWord;

    fn from_str(word: &str) -> Result<Self, NoWord> {
        [Self::Platform, Self::Commit]
            .into_iter()
            .find(|vouched| vouched.word() == word)
            .ok_or(NoWord)
    }
}

impl Serialize for Vouched {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl<'de> Deserialize<'de> for Vouched {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        word.parse().map_err(|NoWord| {
            D::Error::invalid_value(Unexpected::Str(&word), &"`platform` or `commit`")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_read_back() {
        for vouched in [Vouched::Platform, Vouched::Commit] {
            let json = serde_json::to_string(&vouched).unwrap();
            assert_eq!(json, format!("\"{}\"", vouched.word()));
            assert_eq!(serde_json::from_str::<Vouched>(&json).unwrap(), vouched);
        }
        let error = serde_json::from_str::<Vouched>("\"learner\"").unwrap_err();
        assert!(error.to_string().contains("`platform` or `commit`"));
    }
}
