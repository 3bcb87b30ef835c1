//! Who is in the class, and which submission is whose.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

use crate::intake::submission::number_attempts;
use crate::{Key, RosterError, Submission};

/// What an instructor calls a learner in marks and reports.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonId(String);

impl PersonId {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// As written in the roster. It has no control characters.
impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A line of the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The id, which no other line has.
    pub id: PersonId,
    /// The name. Empty if the roster has none.
    pub name: String,
    /// Canvas' number of the user, if the roster has it.
    pub canvas_id: Option<String>,
    /// The address, if the roster has it.
    pub email: Option<String>,
    /// Moodle's number of the participant, if the roster has it.
    pub moodle_participant: Option<String>,
    /// The line in the roster, from 1.
    pub line: u64,
}

/// A class list.
///
/// A CSV file in UTF-8 whose first line names the columns, in any order:
///
/// | column | what it holds |
/// |---|---|
/// | `id` | what marks and reports call the learner. The only one that must be there |
/// | `name` | the learner's name, for people to read |
/// | `canvas_id` | Canvas' number of the user |
/// | `gradescope_sid` | the student id in Gradescope |
/// | `email` | the address in Gradescope and in Moodle |
/// | `moodle_participant` | Moodle's number: 123 of `Full Name_123_assignsubmission_file_` |
/// | `folder` | the name of the folder, archive or repository. Where it is empty, the `id` is |
///
/// Cells may be empty. White space around a cell does not count; apart from that, only
/// what is the same to the letter matches. No value may stand twice in a column, the
/// column `name` excepted.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    people: Vec<Person>,
    by_key: BTreeMap<Key, usize>,
    unknown_columns: Vec<String>,
}

/// A submission and the person whose it is.
#[derive(Debug, Clone)]
pub struct Enrolled {
    /// Whose it is.
    pub id: PersonId,
    /// The submission; its attempt is counted among all of this person.
    pub submission: Submission,
}

/// Submissions and people, brought together. Nothing and nobody is dropped.
#[derive(Debug, Clone, Default)]
pub struct Enrolment {
    /// Submissions of people in the roster.
    pub enrolled: Vec<Enrolled>,
    /// Submissions of which the roster does not say whose they are.
    pub unmatched: Vec<Submission>,
    /// People without a submission.
    pub absent: Vec<Person>,
}

const COLUMNS: [&str; 7] = [
    "id",
    "name",
    "canvas_id",
    "gradescope_sid",
    "email",
    "moodle_participant",
    "folder",
];

impl Roster {
    /// Reads a roster.
    ///
    /// # Errors
    /// What is wrong with it, and in which line.
    pub fn read(path: impl AsRef<Path>) -> Result<Self, RosterError> {
        let path = path.as_ref();
        match std::fs::read(path) {
            Ok(bytes) => Self::parse(path, &bytes),
            Err(error) => Err(RosterError {
                file: path.to_path_buf(),
                line: None,
                what: format!("cannot be read: {error}"),
                advice: "See whether the path is spelt right and you may read it.".to_owned(),
            }),
        }
    }

    /// Reads the roster `bytes`; `file` is what messages call it.
    ///
    /// # Errors
    /// What is wrong with it, and in which line.
    pub fn parse(file: impl Into<PathBuf>, bytes: &[u8]) -> Result<Self, RosterError> {
        let file = file.into();
        let broken = |line: Option<u64>, what: String, advice: &str| RosterError {
            file: file.clone(),
            line,
            what,
            advice: advice.to_owned(),
        };
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let good = &bytes[..error.valid_up_to()];
            let line = String::from_utf8_lossy(good).matches('\n').count() as u64 + 1;
            let what = "is not UTF-8 text".to_owned();
            broken(Some(line), what, "Save the table as \"CSV UTF-8\".")
        })?;
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new()
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let no_csv = |error: csv::Error| {
            let line = error.position().map(csv::Position::line);
            let what = error.to_string();
            broken(
                line,
                what,
                "Give each line as many cells as the first, with commas between them.",
            )
        };
        let header = reader.headers().map_err(no_csv)?.clone();
        let mut columns: BTreeMap<&str, usize> = BTreeMap::new();
        let mut unknown_columns = Vec::new();
        for (at, title) in header.iter().enumerate() {
            match COLUMNS
                .iter()
                .find(|known| title.eq_ignore_ascii_case(known))
            {
                None => unknown_columns.push(title.to_owned()),
                Some(known) if columns.insert(known, at).is_some() => {
                    let what = format!("the column `{known}` stands there twice");
                    return Err(broken(Some(1), what, "Leave one of them out."));
                }
                Some(_) => {}
            }
        }
        if !columns.contains_key("id") {
            let what = "there is no column `id`".to_owned();
            let advice = "Begin the file with a line that names the columns, with commas between \
                          them: id,name,email.";
            return Err(broken(Some(1), what, advice));
        }
        let mut roster = Self {
            unknown_columns,
            ..Self::default()
        };
        for record in reader.records() {
            let record = record.map_err(no_csv)?;
            let line = record.position().map_or(0, csv::Position::line);
            let cell = |column: &str| {
                let cell = columns.get(column).and_then(|at| record.get(*at));
                cell.unwrap_or_default().to_owned()
            };
            if let Some(bad) = record
                .iter()
                .find(|cell| cell.chars().any(char::is_control))
            {
                let bad = crate::RawName::from(bad);
                let what = format!("there are control characters in `{bad}`");
                return Err(broken(Some(line), what, "Write the cell again."));
            }
            roster.add(line, &cell).map_err(|what| {
                broken(
                    Some(line),
                    what,
                    "Give each learner a line and values of their own.",
                )
            })?;
        }
        Ok(roster)
    }

    fn add(&mut self, line: u64, cell: &dyn Fn(&str) -> String) -> Result<(), String> {
        let id = cell("id");
        if id.is_empty() {
            return Err("there is no id".to_owned());
        }
        if let Some(other) = self.people.iter().find(|person| person.id.0 == id) {
            return Err(format!("the id `{id}` stands in line {} too", other.line));
        }
        let folder = Some(cell("folder")).filter(|folder| !folder.is_empty());
        let folder = folder.unwrap_or_else(|| id.clone());
        let keys = [
            Key::CanvasId(cell("canvas_id")),
            Key::GradescopeSid(cell("gradescope_sid")),
            Key::Email(cell("email")),
            Key::MoodleParticipant(cell("moodle_participant")),
            Key::Folder(folder.as_str().into()),
        ];
        for key in keys {
            let empty = matches!(&key, Key::CanvasId(v) | Key::GradescopeSid(v) | Key::Email(v)
                | Key::MoodleParticipant(v) if v.is_empty());
            if empty {
                continue;
            }
            if let Some(other) = self.by_key.get(&key) {
                let other = self.people[*other].line;
                return Err(format!("{key} belongs to line {other} too"));
            }
            self.by_key.insert(key, self.people.len());
        }
        let known = |column: &str| Some(cell(column)).filter(|cell| !cell.is_empty());
        self.people.push(Person {
            id: PersonId(id),
            name: cell("name"),
            canvas_id: known("canvas_id"),
            email: known("email"),
            moodle_participant: known("moodle_participant"),
            line,
        });
        Ok(())
    }

    /// Everyone, in the roster's order.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// Titles of columns that say nothing to the intake.
    pub fn unknown_columns(&self) -> &[String] {
        &self.unknown_columns
    }

    /// Finds out whose each submission is: by Canvas id, then Gradescope sid, then email,
    /// then Moodle participant, then folder name; exactly or not at all. Attempts are
    /// counted anew for each person. Where a lesser key belongs to someone else, the
    /// submission says so in its notes.
    pub fn enrol(&self, submissions: Vec<Submission>) -> Enrolment {
        let mut enrolment = Enrolment::default();
        let mut present = BTreeSet::new();
        for mut submission in submissions {
            let keys = submission.learner.keys().to_vec();
            let mut found = keys
                .iter()
                .filter_map(|key| self.by_key.get(key).map(|at| (key, *at)));
            let Some((first, at)) = found.next() else {
                enrolment.unmatched.push(submission);
                continue;
            };
            for (key, other) in found.filter(|(_, other)| *other != at) {
                submission.notes.push(format!(
                    "By its {first} it is of {}, by its {key} of {}. The first counts.",
                    self.people[at].id, self.people[other].id
                ));
            }
            present.insert(at);
            let id = self.people[at].id.clone();
            enrolment.enrolled.push(Enrolled { id, submission });
        }
        number_attempts(
            &mut enrolment.enrolled,
            |one| one.id.clone(),
            |one| &mut one.submission,
        );
        let people = self.people.iter().enumerate();
        let absent = people.filter(|(at, _)| !present.contains(at));
        enrolment.absent = absent.map(|(_, person)| person.clone()).collect();
        enrolment
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Roster, RosterError> {
        Roster::parse("roster.csv", text.as_bytes())
    }

    #[test]
    fn columns_come_in_any_order_and_cells_may_be_empty() {
        let text =
            "\u{feff}Email, name ,group,ID\nada@x.org,\"Lovelace, Ada\",A,al1\n,Bob,B, bb2 \n";
        let roster = parse(text).unwrap();
        assert_eq!(roster.people().len(), 2);
        assert_eq!(roster.people()[0].name, "Lovelace, Ada");
        assert_eq!(roster.people()[1].id.as_str(), "bb2");
        assert_eq!(roster.people()[1].line, 3);
        assert_eq!(roster.people()[0].email.as_deref(), Some("ada@x.org"));
        assert_eq!(roster.people()[1].email, None);
        assert_eq!(roster.people()[0].canvas_id, None);
        assert_eq!(roster.unknown_columns(), ["group"]);
    }

    #[test]
    fn every_mistake_is_told_with_its_line() {
        for (text, line, words) in [
            ("name\nAda\n", 1, "no column `id`"),
            ("id;name\na;b\n", 1, "no column `id`"),
            ("", 1, "no column `id`"),
            ("id,ID\na,b\n", 1, "twice"),
            ("id,name\na,b\na,c\n", 3, "line 2 too"),
            ("id,name\n,b\n", 2, "no id"),
            ("id,email\na,x@y\nb,x@y\n", 3, "belongs to line 2 too"),
            ("id,folder\na,b\nb,\n", 3, "folder b belongs to line 2 too"),
            ("id,name\na,b,c\n", 2, "fields"),
            ("id,name\na,\"b\u{1b}[0m\"\n", 2, "control characters"),
        ] {
            let error = parse(text).unwrap_err();
            let shown = error.to_string();
            assert!(shown.starts_with(&format!("roster.csv:{line}:")), "{shown}");
            assert!(shown.contains(words), "{shown}");
            assert!(!error.advice.is_empty());
        }
        let error = Roster::parse("r.csv", b"id\nca\xe9\n").unwrap_err();
        assert_eq!(error.line, Some(2));
        assert!(Roster::read("/no/such/roster.csv").is_err());
    }
}
