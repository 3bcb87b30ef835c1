//! What is wrong with a `classroom.toml`, and where.

use std::fmt;
use std::path::PathBuf;

/// A place in a text, from 1. Columns are counted in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Place {
    /// The place of the byte `offset` of `text`.
    pub(super) fn of(text: &str, offset: usize) -> Self {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &text[..offset];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, if it is in `classroom.toml`.
    pub place: Option<Place>,
    /// What is wrong.
    pub what: String,
    /// What to do. Whole sentences.
    pub advice: String,
}

/// What is wrong with the rules of a class. Everything that was found, in the order of
/// the file: there is at least one problem.
///
/// `Display` writes a line for each: `classroom.toml:12:3: what is wrong`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesError {
    file: PathBuf,
    problems: Vec<Problem>,
}

impl RulesError {
    /// `problem` of `file`. For what only a later room can see, such as a jail that
    /// nobody knows.
    pub fn new(file: impl Into<PathBuf>, problem: Problem) -> Self {
        Self {
            file: file.into(),
            problems: vec![problem],
        }
    }

    /// All `problems` of `file`, or nothing if there are none.
    pub(super) fn unless_fine(
        file: &std::path::Path,
        mut problems: Vec<Problem>,
    ) -> Result<(), Self> {
        if problems.is_empty() {
            return Ok(());
        }
        problems.sort_by(|a, b| (a.place, &a.what).cmp(&(b.place, &b.what)));
        Err(Self {
            file: file.to_path_buf(),
            problems,
        })
    }

    /// The file.
    pub fn file(&self) -> &std::path::Path {
        &self.file
    }

    /// What is wrong. Never empty.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// What to do about the first problem. One or two sentences.
    pub fn advice(&self) -> &str {
        self.problems.first().map_or("", |problem| &problem.advice)
    }

    /// Every problem with its advice below it, for a terminal.
    pub fn told(&self) -> String {
        let told = self.problems.iter().map(|problem| {
            let place = self.place_of(problem);
            format!("{place}: {}\n    {}\n", problem.what, problem.advice)
        });
        told.collect()
    }

    fn place_of(&self, problem: &Problem) -> String {
        let file = self.file.display();
        match problem.place {
            Some(Place { line, column }) => format!("{file}:{line}:{column}"),
            None => file.to_string(),
        }
    }
}

impl fmt::Display for RulesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{}: {}", self.place_of(problem), problem.what)?;
        }
        Ok(())
    }
}

impl std::error::Error for RulesError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_characters() {
        let text = "a = 1\nnäme = 2\r\nz";
        let place = |offset| {
            let Place { line, column } = Place::of(text, offset);
            (line, column)
        };
        assert_eq!(place(0), (1, 1));
        assert_eq!(place(4), (1, 5));
        assert_eq!(place(6), (2, 1));
        assert_eq!(
            place(8),
            (2, 2),
            "in the middle of a character: its beginning"
        );
        assert_eq!(place(9), (2, 3));
        assert_eq!(place(text.len()), (3, 2));
        assert_eq!(place(999), (3, 2));
    }
}
