//! Solution files, and what each of them says must happen to it.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::listing::rust_files;
use crate::{Error, Result, TestId, VerdictKind};

/// Where a solution file stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// `lib.rs`, the one that teaches.
    Reference,
    /// `right/`: other correct ways.
    Right,
    /// `wrong/`: mistakes people make.
    Wrong,
}

/// A solution file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// Its file name without `.rs`.
    pub name: String,
    /// Where it stands.
    pub group: Group,
    /// The file.
    pub path: PathBuf,
}

impl Solution {
    /// Its name within the exercise: `reference`, `right::scoped`, ...
    pub fn label(&self) -> String {
        match self.group {
            Group::Reference => "reference".to_owned(),
            Group::Right => format!("right::{}", self.name),
            Group::Wrong => format!("wrong::{}", self.name),
        }
    }

    /// What its first line says must happen to it.
    ///
    /// # Errors
    /// When the file cannot be read, or its first line says nothing of the kind.
    pub fn expectation(&self) -> Result<Expectation> {
        let text = fs::read_to_string(&self.path).map_err(|e| Error::io("read", &self.path, e))?;
        Expectation::in_header(&self.path, &text)
    }
}

/// A verdict and, where it comes from a test, the test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expectation {
    /// The verdict.
    pub kind: VerdictKind,
    /// The test that gives it.
    pub test: Option<TestId>,
}

impl Expectation {
    /// Reads the `//! expect:` line with which `text` begins.
    ///
    /// # Errors
    /// When there is none or it cannot be understood; `file` is named.
    pub fn in_header(file: &Path, text: &str) -> Result<Self> {
        let advice = "Begin the file with `//! expect: passed` or with \
            `//! expect: race in schedules::name_of_the_test`.";
        let first = text.lines().next().unwrap_or_default();
        let words = first.strip_prefix("//! expect:").ok_or_else(|| {
            Error::broken(file, Some(1), "does not say what to expect of it", advice)
        })?;
        words
            .parse()
            .map_err(|what: String| Error::broken(file, Some(1), what, advice))
    }
}

impl FromStr for Expectation {
    type Err = String;

    fn from_str(words: &str) -> Result<Self, String> {
        let words = words.trim();
        let (kind, test) = match words.split_once(" in ") {
            None => (words, None),
            Some((kind, test)) => (kind.trim(), Some(test.trim())),
        };
        let kind: VerdictKind = kind.parse().map_err(|e| format!("{e}"))?;
        let test = test
            .map(str::parse::<TestId>)
            .transpose()
            .map_err(|e| format!("{e}"))?;
        if kind.is_pass() && test.is_some() {
            return Err("what passes, passes in every test: leave out `in`".to_owned());
        }
        Ok(Self { kind, test })
    }
}

impl fmt::Display for Expectation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.test {
            Some(test) => write!(f, "{} in {test}", self.kind),
            None => write!(f, "{}", self.kind),
        }
    }
}

/// Every solution file in `folder`: the reference, `right/`, `wrong/`.
pub(crate) fn list(folder: &Path) -> Result<Vec<Solution>> {
    let mut found = Vec::new();
    let reference = folder.join("lib.rs");
    if reference.is_file() {
        found.push((Group::Reference, reference));
    }
    for (group, name) in [(Group::Right, "right"), (Group::Wrong, "wrong")] {
        let files = rust_files(&folder.join(name))?;
        found.extend(files.into_iter().map(|file| (group, file)));
    }
    Ok(found
        .into_iter()
        .map(|(group, path)| Solution {
            name: path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            group,
            path,
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_says_verdict_and_test() {
        for (line, expected) in [
            ("//! expect: passed", "passed"),
            (
                "//! expect: race in schedules::no_click_is_lost\n//!\n//! Text.",
                "race in schedules::no_click_is_lost",
            ),
            ("//! expect: compile-error \r\n", "compile-error"),
        ] {
            let read = Expectation::in_header(Path::new("sleep.rs"), line).unwrap();
            assert_eq!(read.to_string(), expected);
        }
    }

    #[test]
    fn a_header_that_says_nothing_is_refused_by_name() {
        for line in [
            "",
            "//! Text.\n//! expect: passed",
            "//! expect:",
            "//! expect: racy",
            "//! expect: race in no_click_is_lost",
            "//! expect: passed in schedules::x",
        ] {
            let error = Expectation::in_header(Path::new("wrong/sleep.rs"), line).unwrap_err();
            assert!(error.to_string().contains("sleep.rs:1:"), "{error}");
        }
    }

    #[test]
    fn files_are_listed_group_by_group_in_name_order() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "lib.rs",
            "wrong/b.rs",
            "wrong/a.rs",
            "right/z.rs",
            "right/n.txt",
        ] {
            let file = folder.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "//! expect: passed\n").unwrap();
        }
        let labels: Vec<_> = list(folder.path())
            .unwrap()
            .iter()
            .map(Solution::label)
            .collect();
        assert_eq!(labels, ["reference", "right::z", "wrong::a", "wrong::b"]);
        assert!(list(&folder.path().join("nowhere")).unwrap().is_empty());
    }
}
