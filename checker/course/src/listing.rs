//! The tests of an exercise, known without building anything.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::source::{Token, tokens};
use crate::{Error, Result};

/// A file of tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// `tests/schedules.rs`: under the explorer.
    Schedules,
    /// `tests/compile_fail/*.rs`: what must not compile, and the controls.
    CompileFail,
    /// `tests/behaviour.rs`: on real threads.
    Behaviour,
}

impl Target {
    /// Every target, in the order in which they are judged.
    pub const ALL: [Self; 3] = [Self::Schedules, Self::CompileFail, Self::Behaviour];

    /// Its name, such as `compile_fail`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Schedules => "schedules",
            Self::CompileFail => "compile_fail",
            Self::Behaviour => "behaviour",
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// One test, such as `schedules::no_click_is_lost`. A compile-fail case goes by
/// the name of its file: `compile_fail::rc_crosses_threads`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TestId {
    /// The file it is in.
    pub target: Target,
    /// Its name.
    pub name: String,
}

impl TestId {
    /// The test `name` of `target`.
    pub fn new(target: Target, name: impl Into<String>) -> Self {
        Self {
            target,
            name: name.into(),
        }
    }

    /// Whether this is a compile-fail case that must compile.
    pub fn is_control(&self) -> bool {
        self.target == Target::CompileFail && self.name.starts_with("control")
    }
}

impl fmt::Display for TestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}::{}", self.target, self.name)
    }
}

/// A text that names no test.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no test: write `schedules::`, `behaviour::` or `compile_fail::` and its name")]
pub struct UnknownTest(pub String);

impl FromStr for TestId {
    type Err = UnknownTest;

    fn from_str(text: &str) -> Result<Self, UnknownTest> {
        let unknown = || UnknownTest(text.to_owned());
        let (target, name) = text.split_once("::").ok_or_else(unknown)?;
        let target = Target::ALL
            .into_iter()
            .find(|known| known.name() == target)
            .ok_or_else(unknown)?;
        if name.is_empty() || name.contains(char::is_whitespace) {
            return Err(unknown());
        }
        Ok(Self::new(target, name))
    }
}

impl Serialize for TestId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TestId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

/// The tests of the exercise in `dir`, in the order in which they are judged.
pub(crate) fn tests_in(dir: &Path) -> Result<Vec<TestId>> {
    let mut tests = Vec::new();
    for target in Target::ALL {
        let names = match target {
            Target::CompileFail => case_names(&dir.join("tests/compile_fail"))?,
            _ => test_names_of(&dir.join("tests").join(format!("{target}.rs")))?,
        };
        tests.extend(names.into_iter().map(|name| TestId::new(target, name)));
    }
    Ok(tests)
}

fn test_names_of(file: &Path) -> Result<Vec<String>> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(test_names(&text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(Error::io("read", file, error)),
    }
}

/// The stems of the case files, in name order.
fn case_names(folder: &Path) -> Result<Vec<String>> {
    Ok(rust_files(folder)?
        .iter()
        .filter_map(|file| Some(file.file_stem()?.to_str()?.to_owned()))
        .collect())
}

/// The `.rs` files directly in `folder`, in name order. No folder, no files.
pub(crate) fn rust_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Error::io("read", folder, error)),
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|e| Error::io("read", folder, e))?.path();
        if path.extension().is_some_and(|extension| extension == "rs") && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The names of the `#[test]` functions in `text`, in source order, each with
/// the modules it is in. Tests marked `#[ignore]` do not count.
pub(crate) fn test_names(text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let mut names = Vec::new();
    // The modules we are in, each with the depth of braces around it.
    let mut modules: Vec<(&str, usize)> = Vec::new();
    let mut depth: usize = 0;
    let mut marked = false;
    let mut ignored = false;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if token.is_sign("{") {
            depth += 1;
        } else if token.is_sign("}") {
            depth = depth.saturating_sub(1);
            if modules.last().is_some_and(|(_, outer)| *outer == depth) {
                modules.pop();
            }
        } else if token.is_sign("#") {
            let (attribute, end) = attribute(&tokens, at);
            marked |= attribute.len() == 1 && attribute[0].is_word("test");
            ignored |= attribute.first().is_some_and(|t| t.is_word("ignore"));
            at = end;
            continue;
        } else if let Some(name) = word_after(&tokens, at, "fn") {
            if marked && !ignored {
                let path = modules.iter().map(|(module, _)| *module).chain([name]);
                names.push(path.collect::<Vec<_>>().join("::"));
            }
            (marked, ignored) = (false, false);
        } else if let Some(name) = word_after(&tokens, at, "mod") {
            if tokens.get(at + 2).is_some_and(|t| t.is_sign("{")) {
                modules.push((name, depth));
            }
            (marked, ignored) = (false, false);
        }
        at += 1;
    }
    names
}

/// The tokens between the brackets of the attribute at `at`, and where it ends.
fn attribute<'t, 'a>(tokens: &'t [Token<'a>], at: usize) -> (&'t [Token<'a>], usize) {
    let mut open = at + 1;
    if tokens.get(open).is_some_and(|t| t.is_sign("!")) {
        open += 1;
    }
    if !tokens.get(open).is_some_and(|t| t.is_sign("[")) {
        return (&[], at + 1);
    }
    let mut depth = 0;
    for (index, token) in tokens.iter().enumerate().skip(open) {
        if token.is_sign("[") {
            depth += 1;
        } else if token.is_sign("]") {
            depth -= 1;
            if depth == 0 {
                return (&tokens[open + 1..index], index + 1);
            }
        }
    }
    (&[], tokens.len())
}

fn word_after<'a>(tokens: &[Token<'a>], at: usize, keyword: &str) -> Option<&'a str> {
    let next = tokens.get(at + 1)?;
    (tokens[at].is_word(keyword) && next.kind == crate::source::Kind::Word).then_some(next.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_found_in_source_order() {
        let text = r##"
            //! #[test] fn in_prose() {}
            use std::thread;
            fn helper() { let s = "#[test] fn in_a_string() {}"; }
            #[test]
            fn second_by_name() { helper() }
            #[test]
            #[should_panic(expected = "no [")]
            fn a_first_by_name() {}
            #[cfg(any(unix))] #[test] #[ignore = "slow"]
            fn left_out() {}
            mod inner {
                mod deep { #[test] fn nested() { if true {} } }
                #[test] fn shallow() {}
            }
            const _: fn(&[&str]) -> usize = ex01::f;
            #[test] fn last() {}
        "##;
        assert_eq!(
            test_names(text),
            [
                "second_by_name",
                "a_first_by_name",
                "inner::deep::nested",
                "inner::shallow",
                "last"
            ]
        );
    }

    #[test]
    fn an_id_reads_back() {
        let id: TestId = "compile_fail::control_arc".parse().unwrap();
        assert_eq!(id.target, Target::CompileFail);
        assert!(id.is_control());
        assert_eq!(id.to_string(), "compile_fail::control_arc");
        assert_eq!(
            serde_json::from_str::<TestId>("\"compile_fail::control_arc\"").unwrap(),
            id
        );
        for bad in ["", "schedules", "schedules::", "lib::x", "schedules::a b"] {
            assert!(bad.parse::<TestId>().is_err(), "{bad}");
        }
    }
}
