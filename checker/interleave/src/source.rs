//! Finds the source text of a line, to quote it in a story.

use crate::engine::failure::Spot;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Where to look for sources first: paths in a program are relative to the
/// folder that it was compiled in.
const ROOT: &str = "INTERLEAVE_SOURCE_ROOT";

/// The sources read so far.
#[derive(Default)]
pub(crate) struct Sources(HashMap<String, Option<Vec<String>>>);

impl Sources {
    /// The text of a line, without the space around it.
    pub fn line(&mut self, spot: &Spot) -> Option<&str> {
        let lines = self
            .0
            .entry(spot.file.clone())
            .or_insert_with(|| read(&spot.file));
        let index = usize::try_from(spot.line).ok()?.checked_sub(1)?;
        lines.as_ref()?.get(index).map(|line| line.trim())
    }

    /// The name of the function that the line stands in: of the last one that begins at or
    /// before it.
    pub fn function(&mut self, spot: &Spot) -> Option<String> {
        self.line(spot)?;
        let lines = self.0.get(&spot.file)?.as_ref()?;
        let before = lines.iter().take(usize::try_from(spot.line).ok()?).rev();
        before.map(String::as_str).find_map(function_begins)
    }
}

/// The name in `pub(crate) unsafe fn name(`.
fn function_begins(line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    let before = |word: &&str| {
        let word = word.split('(').next().unwrap_or(word);
        matches!(
            word,
            "pub" | "const" | "async" | "unsafe" | "extern" | "\"C\""
        )
    };
    let word = words.find(|word| !before(word))?;
    let name = words.next().filter(|_| word == "fn")?;
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    Some(name.chars().take_while(|c| is_part(*c)).collect())
}

fn read(file: &str) -> Option<Vec<String>> {
    let text = std::fs::read_to_string(find(Path::new(file))?).ok()?;
    Some(text.lines().map(str::to_string).collect())
}

fn find(file: &Path) -> Option<PathBuf> {
    if file.is_absolute() {
        return Some(file.to_path_buf());
    }
    let root = std::env::var_os(ROOT).map(PathBuf::from);
    let here = std::env::current_dir().unwrap_or_default();
    root.iter()
        .map(PathBuf::as_path)
        .chain(here.ancestors())
        .map(|folder| folder.join(file))
        .find(|path| path.is_file())
}

/// The path as people know it: `a/tests/../src/lib.rs` is `a/src/lib.rs`.
pub(crate) fn tidy(file: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in file.split(['/', '\\']) {
        if part == ".." && parts.last().is_some_and(|last| *last != "..") {
            parts.pop();
        } else if part != "." {
            parts.push(part);
        }
    }
    parts.join("/")
}

/// Whether the line belongs to the standard library: its text says nothing to
/// the user, and its sources are seldom there.
pub(crate) fn is_std(spot: &Spot) -> bool {
    spot.file.starts_with("/rustc/") || spot.file.contains("/lib/rustlib/")
}

/// Whether the line belongs to a test, by the folder that Cargo has for them.
pub(crate) fn is_of_a_test(spot: &Spot) -> bool {
    let tidy = tidy(&spot.file);
    let mut folders = tidy.rsplit('/').skip(1);
    folders.any(|folder| folder == "tests")
}

/// The last two parts of the path, and the line.
pub(crate) fn short(spot: &Spot) -> String {
    let tidy = tidy(&spot.file);
    let parts: Vec<&str> = tidy.rsplit('/').take(2).collect();
    let name = parts.iter().rev().copied().collect::<Vec<_>>().join("/");
    format!("{name}:{}", spot.line)
}

/// The file's own name, and the line.
pub(crate) fn shortest(spot: &Spot) -> String {
    let name = spot.file.rsplit(['/', '\\']).next().unwrap_or_default();
    format!("{name}:{}", spot.line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_shown_as_people_know_them() {
        assert_eq!(
            tidy("exercises/ex16/tests/../src/lib.rs"),
            "exercises/ex16/src/lib.rs"
        );
        let spot = Spot {
            file: "a/b/tests/../src/lib.rs".into(),
            line: 7,
        };
        assert_eq!(short(&spot), "src/lib.rs:7");
    }

    #[test]
    fn a_function_is_known_by_the_line_in_which_it_begins() {
        let name = |line| function_begins(line);
        assert_eq!(
            name("    pub(crate) unsafe fn on_hand(&self) -> u32 {").as_deref(),
            Some("on_hand")
        );
        assert_eq!(name("fn go<T>(").as_deref(), Some("go"));
        assert_eq!(name("// fn go()"), None);
        assert_eq!(name("let f: fn(u32) = go;"), None);
    }
}
