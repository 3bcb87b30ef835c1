//! The worksheet of a Moodle assignment, with its grades filled in.
//!
//! What Moodle makes of it is in its `mod/assign/feedback/offline/importgradeslib.php`: it
//! goes by the titles of the columns, in the language of whoever uploads it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io::{self, Write};
use std::ops::Range;
use std::path::PathBuf;

use csv_core::ReadFieldResult;

use super::{LeftOut, Unmarked, WhyLeftOut};
use crate::export::safe;
use crate::marks::hundredths;
use crate::record::{Cell, Gradebook, LearnerId, Points, Row, Total};
use crate::{Key, RawName, Roster};

/// A grading worksheet as Moodle gives it out, byte for byte.
///
/// Moodle's own importer goes by the titles of the columns. These must be there:
///
/// | column | what it holds |
/// |---|---|
/// | `Identifier` | `Participant 123`. Moodle counts participants anew in each assignment |
/// | `Grade` | what is filled in |
/// | `Maximum Grade` | what the assignment is worth |
/// | `Last modified (grade)` | Moodle leaves out a grade that somebody changed since |
///
/// `Email address` and `Grade can be changed` are used if they are there.
#[derive(Debug, Clone)]
pub struct Worksheet {
    bytes: Vec<u8>,
    lines: Vec<Line>,
}

/// A learner's line.
#[derive(Debug, Clone)]
struct Line {
    /// Where it begins, from 1.
    number: u64,
    identifier: String,
    email: String,
    /// What the assignment is worth.
    out_of: Points,
    can_be_changed: bool,
    /// Where the grade stands, with its quotes.
    grade: Range<usize>,
}

/// What is wrong with a worksheet, and where.
#[derive(Debug, thiserror::Error)]
#[error("{}:{line}: {what}", file.display())]
pub struct WorksheetError {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: u64,
    /// What is wrong.
    pub what: String,
    /// What to do. One sentence.
    pub advice: String,
}

const IDENTIFIER: &str = "Identifier";
const EMAIL: &str = "Email address";
const GRADE: &str = "Grade";
const MAXIMUM: &str = "Maximum Grade";
const CHANGEABLE: &str = "Grade can be changed";
const MODIFIED: &str = "Last modified (grade)";

/// A cell: what it holds, and where it stands with its quotes.
#[derive(Debug, Default)]
struct Field {
    text: String,
    span: Range<usize>,
}

impl Worksheet {
    /// Reads the worksheet `bytes`; `file` is what messages call it.
    ///
    /// # Errors
    /// What is wrong with it, and in which line.
    pub fn parse(file: impl Into<PathBuf>, bytes: Vec<u8>) -> Result<Self, WorksheetError> {
        let file = file.into();
        let wrong = |line: u64, what: String, advice: &str| WorksheetError {
            file: file.clone(),
            line,
            what,
            advice: advice.to_owned(),
        };
        // Moodle lets its users choose what stands between cells.
        let mut records = [b',', b';', b'\t']
            .map(|delimiter| records(&bytes, delimiter))
            .into_iter()
            .max_by_key(|records| records.first().map_or(0, |(_, fields)| fields.len()))
            .unwrap_or_default()
            .into_iter();
        let (_, head) = records.next().unwrap_or_default();
        let column = |name: &str| head.iter().position(|field| field.text.trim() == name);
        let needed = |name: &str| {
            column(name).ok_or_else(|| {
                wrong(
                    1,
                    format!("there is no column `{name}`"),
                    "Set Moodle's language to English, and choose \"Download grading worksheet\" \
                     in the assignment.",
                )
            })
        };
        let (identifier, grade) = (needed(IDENTIFIER)?, needed(GRADE)?);
        let maximum = needed(MAXIMUM)?;
        needed(MODIFIED)?;
        let (email, changeable) = (column(EMAIL), column(CHANGEABLE));
        let mut lines: Vec<Line> = Vec::new();
        for (number, fields) in records {
            if fields.len() != head.len() {
                let what = format!("{} cells, and {} columns", fields.len(), head.len());
                let advice = "Download the worksheet again, and give it here as it is.";
                return Err(wrong(number, what, advice));
            }
            let text = |at: Option<usize>| at.map_or("", |at| fields[at].text.trim());
            let identifier = text(Some(identifier)).to_owned();
            if let Some(other) = lines.iter().find(|line| line.identifier == identifier) {
                let shown = RawName::from(identifier.as_str());
                let what = format!("`{shown}` stands in line {} too", other.number);
                return Err(wrong(number, what, "Leave one of the two out."));
            }
            let written = text(Some(maximum)).replace(',', ".");
            let Some(out_of) = hundredths(&written).filter(|out_of| *out_of > 0) else {
                let shown = RawName::from(text(Some(maximum)));
                return Err(wrong(
                    number,
                    format!("the maximum grade, `{shown}`, is no number above 0"),
                    "Let the assignment be graded in points, not by a scale.",
                ));
            };
            lines.push(Line {
                number,
                email: text(email).to_owned(),
                out_of: Points(out_of),
                can_be_changed: text(changeable) != "No",
                grade: fields[grade].span.clone(),
                identifier,
            });
        }
        Ok(Self { bytes, lines })
    }

    /// What the assignment is worth. `None`: there is nobody in the worksheet.
    pub fn out_of(&self) -> Option<Points> {
        self.lines.first().map(|line| line.out_of)
    }
}

/// The records of `bytes`, each with the line that it begins in.
fn records(bytes: &[u8], delimiter: u8) -> Vec<(u64, Vec<Field>)> {
    let mut reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
    let mut records = Vec::new();
    let mut fields: Vec<Field> = Vec::new();
    let mut text = vec![0; bytes.len() + 1];
    let (mut at, mut begins, mut filled) = (0, 0, 0);
    let mut line = 1;
    loop {
        let (result, read, written) = reader.read_field(&bytes[at..], &mut text[filled..]);
        at += read;
        filled += written;
        match result {
            // An empty rest says that this is the end.
            ReadFieldResult::InputEmpty => {}
            ReadFieldResult::OutputFull => text.resize(text.len() * 2, 0),
            ReadFieldResult::Field { record_end } => {
                let raw = &bytes[begins..at];
                let lead = if fields.is_empty() {
                    lead(raw, begins)
                } else {
                    0
                };
                let tail = match raw.last() {
                    Some(b'\r' | b'\n') if record_end => 1,
                    Some(last) if !record_end && *last == delimiter => 1,
                    _ => 0,
                };
                if fields.is_empty() {
                    line += newlines(&raw[..lead]);
                }
                fields.push(Field {
                    text: String::from_utf8_lossy(&text[..filled]).into_owned(),
                    span: begins + lead..at - tail,
                });
                (begins, filled) = (at, 0);
                if record_end {
                    let whole = fields[0].span.start..at;
                    records.push((line, std::mem::take(&mut fields)));
                    line += newlines(&bytes[whole]);
                }
            }
            ReadFieldResult::End => return records,
        }
    }
}

/// How much of the first field's bytes stands before it: a byte-order mark, or what is
/// left of the end of the line before.
fn lead(raw: &[u8], begins: usize) -> usize {
    let mark = "\u{feff}".as_bytes();
    if begins == 0 && raw.starts_with(mark) {
        return mark.len();
    }
    let ends = |byte: &&u8| matches!(byte, b'\r' | b'\n');
    let empty_lines = raw.iter().take_while(ends).count();
    // An empty first cell at the end of a line is no end of the line before.
    empty_lines.min(raw.len().saturating_sub(1))
}

fn newlines(bytes: &[u8]) -> u64 {
    bytes.split(|byte| *byte == b'\n').skip(1).count() as u64
}

/// What is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Graded<'a> {
    /// The sum of all marks.
    Total,
    /// The marks of one exercise, by its package.
    Exercise(&'a str),
}

/// What the marks are brought to, if the assignment is worth something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// They stay as they are.
    Keep,
    /// All points are the maximum grade. Rounded to the nearest hundredth.
    ToMaximum,
}

/// What came of filling in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// How many grades were filled in.
    pub grades: usize,
    /// The lines that were left as they were, for a reason.
    pub kept: Vec<Kept>,
    /// Those who handed in and have no line.
    pub left_out: Vec<LeftOut>,
}

/// A line that was left as it was. `Display` is a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The line, from 1.
    pub line: u64,
    /// What Moodle calls the participant.
    pub identifier: String,
    /// Why.
    pub why: WhyKept,
}

/// Why a line was left as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum WhyKept {
    /// Nobody in the class is known by this number or address.
    Nobody,
    /// The number is one person's, the address another's.
    Two(LearnerId, LearnerId),
    /// Moodle lets nobody change this grade.
    Locked,
    /// The mark is withheld.
    Withheld {
        /// What it is at least.
        at_least: Points,
    },
}

impl fmt::Display for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let identifier = safe::line(&self.identifier);
        write!(f, "Line {}, {identifier}, stays as it was: ", self.line)?;
        match &self.why {
            WhyKept::Nobody => f.write_str("nobody in the class is known by this."),
            WhyKept::Two(one, other) => write!(
                f,
                "by the number it is {}, by the address {}.",
                safe::line(&one.0),
                safe::line(&other.0)
            ),
            WhyKept::Locked => f.write_str("Moodle lets nobody change this grade."),
            WhyKept::Withheld {
                at_least: Points(0),
            } => f.write_str("the mark is withheld."),
            WhyKept::Withheld { at_least } => {
                write!(f, "the mark is withheld, and at least {at_least}.")
            }
        }
    }
}

/// A grade that there is not, because something is wrong with the whole. `Display` is what.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FillError {
    /// The marks and the assignment are worth different things.
    #[error("the assignment is worth {maximum} points, and these marks are out of {out_of}")]
    OutOf {
        /// What the assignment is worth.
        maximum: Points,
        /// What the marks are out of.
        out_of: Points,
    },
    /// The exercise is not marked.
    #[error("`{0}` is not marked")]
    NotMarked(String),
    /// It cannot be written.
    #[error("the worksheet cannot be written: {0}")]
    Write(#[from] io::Error),
}

impl FillError {
    /// What to do. One sentence.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::OutOf { .. } => {
                "Set the assignment's maximum grade in Moodle to that and download the worksheet \
                 again, or add --scale."
            }
            Self::NotMarked(_) => "Name an exercise that `checker marks` has a column for.",
            Self::Write(_) => "See whether the disk is full, and whether you may write there.",
        }
    }
}

/// Writes `worksheet` with the grades of `book` in it, and returns what is not. But for
/// these grades it stays the same, byte for byte.
///
/// A learner is known by the number in `Identifier`, which is the roster's
/// `moodle_participant` or what Moodle's download called them, and by the roster's
/// `email`. If the two contradict each other, nothing is filled in. A mark that is
/// withheld leaves the grade as it was.
///
/// # Errors
/// When what the marks are out of is not the maximum grade, and `scale` does not say that
/// they are brought to it; when the exercise is not marked; when `out` fails.
pub fn moodle_worksheet(
    book: &Gradebook,
    roster: Option<&Roster>,
    worksheet: &Worksheet,
    graded: Graded<'_>,
    unmarked: Unmarked,
    scale: Scale,
    mut out: impl Write,
) -> Result<Filled, FillError> {
    let marks = Marks::of(book, graded, unmarked)?;
    let people = People::of(book, roster);
    let mut filled = Filled {
        grades: 0,
        kept: Vec::new(),
        left_out: Vec::new(),
    };
    let mut there: BTreeSet<&LearnerId> = BTreeSet::new();
    let mut text = Vec::with_capacity(worksheet.bytes.len() + 16 * worksheet.lines.len());
    let mut copied = 0;
    for line in &worksheet.lines {
        if scale == Scale::Keep && line.out_of != marks.out_of {
            return Err(FillError::OutOf {
                maximum: line.out_of,
                out_of: marks.out_of,
            });
        }
        let found = people.find(line).and_then(|row| {
            there.insert(&row.learner);
            if !line.can_be_changed {
                return Err(WhyKept::Locked);
            }
            marks.grade(row)
        });
        let points = match found {
            Ok(Some(points)) => points,
            Ok(None) => continue,
            Err(why) => {
                filled.kept.push(Kept {
                    line: line.number,
                    identifier: line.identifier.clone(),
                    why,
                });
                continue;
            }
        };
        let points = match scale {
            Scale::Keep => points,
            Scale::ToMaximum => brought_to(points, marks.out_of, line.out_of),
        };
        text.extend_from_slice(&worksheet.bytes[copied..line.grade.start]);
        let old = &worksheet.bytes[line.grade.clone()];
        let quotes = if old.starts_with(b"\"") { "\"" } else { "" };
        // Moodle reads a point in every language.
        write!(text, "{quotes}{points}{quotes}")?;
        copied = line.grade.end;
        filled.grades += 1;
    }
    text.extend_from_slice(&worksheet.bytes[copied..]);
    out.write_all(&text)?;
    let without = book.rows.iter().filter(|row| {
        !there.contains(&row.learner) && row.marks.iter().any(|cell| cell.ruling().is_some())
    });
    filled.left_out.extend(without.map(|row| LeftOut {
        learner: row.learner.clone(),
        name: row.name.clone(),
        why: WhyLeftOut::NotInWorksheet,
    }));
    Ok(filled)
}

/// `points` of `out_of`, as so many of `maximum`.
fn brought_to(points: Points, out_of: Points, maximum: Points) -> Points {
    let (points, whole) = (u64::from(points.0), u64::from(out_of.0.max(1)));
    let scaled = (points * u64::from(maximum.0) * 2 + whole) / (whole * 2);
    Points(u32::try_from(scaled).unwrap_or(maximum.0))
}

/// The marks that are filled in.
struct Marks {
    /// Which column. `None`: the total.
    column: Option<usize>,
    out_of: Points,
    unmarked: Unmarked,
}

impl Marks {
    fn of(book: &Gradebook, graded: Graded<'_>, unmarked: Unmarked) -> Result<Self, FillError> {
        let Graded::Exercise(package) = graded else {
            return Ok(Self {
                column: None,
                out_of: book.out_of,
                unmarked,
            });
        };
        let mut columns = book.columns.iter();
        let at = columns.position(|column| column.exercise == package);
        let at = at.ok_or_else(|| FillError::NotMarked(package.to_owned()))?;
        Ok(Self {
            column: Some(at),
            out_of: book.columns[at].out_of,
            unmarked,
        })
    }

    /// What to fill in for `row`. `None`: nothing.
    fn grade(&self, row: &Row) -> Result<Option<Points>, WhyKept> {
        let nothing = || (self.unmarked == Unmarked::Zero).then_some(Points(0));
        match self.column {
            Some(at) => match row.marks.get(at) {
                Some(Cell::Mark(mark)) => Ok(Some(mark.points)),
                Some(Cell::Withheld(withheld)) => Err(WhyKept::Withheld {
                    at_least: withheld.at_least,
                }),
                Some(Cell::NothingHandedIn) | None => Ok(nothing()),
            },
            None if row.marks.iter().all(|cell| cell.ruling().is_none()) => Ok(nothing()),
            None => match row.total {
                Total::Final(points) => Ok(Some(points)),
                Total::AtLeast(at_least) => Err(WhyKept::Withheld { at_least }),
            },
        }
    }
}

/// Who is who.
struct People<'a> {
    rows: BTreeMap<&'a str, &'a Row>,
    by_number: BTreeMap<&'a str, &'a str>,
    by_email: BTreeMap<&'a str, &'a str>,
}

impl<'a> People<'a> {
    fn of(book: &'a Gradebook, roster: Option<&'a Roster>) -> Self {
        let people = || roster.into_iter().flat_map(Roster::people);
        let by_number = people()
            .filter_map(|person| Some((person.moodle_participant.as_deref()?, person.id.as_str())));
        let by_email =
            people().filter_map(|person| Some((person.email.as_deref()?, person.id.as_str())));
        Self {
            rows: book.rows.iter().map(|row| (&*row.learner.0, row)).collect(),
            by_number: by_number.collect(),
            by_email: by_email.collect(),
        }
    }

    fn find(&self, line: &Line) -> Result<&'a Row, WhyKept> {
        let number = line.identifier.strip_prefix("Participant ");
        let by_number = number.and_then(|number| self.row(self.by_number.get(number)?));
        let by_email = self.by_email.get(&*line.email).and_then(|id| self.row(id));
        // Whom no roster names is called as Moodle's download called them.
        let unnamed = || {
            let key = Key::MoodleParticipant(number?.to_owned());
            self.row(&key.to_string())
        };
        match (by_number, by_email) {
            (Some(one), Some(other)) if one.learner != other.learner => {
                Err(WhyKept::Two(one.learner.clone(), other.learner.clone()))
            }
            (Some(row), _) | (None, Some(row)) => Ok(row),
            (None, None) => unnamed().ok_or(WhyKept::Nobody),
        }
    }

    fn row(&self, id: &str) -> Option<&'a Row> {
        self.rows.get(id).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_where_they_stand() {
        let text = "\u{feff}a,\"b \"\"x\"\"\"\r\n\r\n,\"two\nlines\"\n\"\",e";
        let seen: Vec<_> = records(text.as_bytes(), b',')
            .into_iter()
            .map(|(line, fields)| {
                let fields = fields.into_iter();
                let fields = fields.map(|field| (field.text, &text[field.span]));
                (line, fields.collect::<Vec<_>>())
            })
            .collect();
        let field = |text: &str, raw| (text.to_owned(), raw);
        assert_eq!(
            seen,
            [
                (
                    1,
                    vec![field("a", "a"), field("b \"x\"", "\"b \"\"x\"\"\"")]
                ),
                (
                    3,
                    vec![field("", ""), field("two\nlines", "\"two\nlines\"")]
                ),
                (5, vec![field("", "\"\""), field("e", "e")]),
            ]
        );
    }

    #[test]
    fn points_are_brought_to_the_maximum_and_rounded() {
        let brought = |points| brought_to(Points(points), Points(300), Points(10_000)).0;
        assert_eq!([0, 100, 200, 300].map(brought), [0, 3_333, 6_667, 10_000]);
    }

    proptest::proptest! {
        /// Whatever a file holds: the cells are in it, in order, and no byte is in two.
        #[test]
        fn no_file_breaks_the_search(text in "(a|1|,|;|\"|\r|\n|ü|\u{feff}){0,24}") {
            let mut end = 0;
            for (_, fields) in records(text.as_bytes(), b',') {
                for field in fields {
                    proptest::prop_assert!(field.span.start >= end, "{text:?}");
                    proptest::prop_assert!(field.span.end >= field.span.start, "{text:?}");
                    proptest::prop_assert!(field.span.end <= text.len());
                    end = field.span.end;
                }
            }
        }
    }
}
