//! Marks for Moodle's grade book.

use std::io::{self, Write};

use csv::{QuoteStyle, WriterBuilder};

use super::{LeftOut, Upload};
use crate::Person;
use crate::export::safe;

/// By what Moodle is to know the learners.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoodleKey {
    /// By their address: the roster's column `email`, to the letter.
    Email,
    /// By the "ID number" in their profile, which must be the roster's `id`.
    IdNumber,
    /// By their user name, which must be the roster's `id`.
    Username,
}

impl MoodleKey {
    /// What Moodle calls it.
    fn title(self) -> &'static str {
        match self {
            Self::Email => "Email address",
            Self::IdNumber => "ID number",
            Self::Username => "Username",
        }
    }

    /// The roster's column.
    fn column(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::IdNumber | Self::Username => "id",
        }
    }

    fn of(self, person: &Person) -> Option<&str> {
        match self {
            Self::Email => person.email.as_deref(),
            Self::IdNumber | Self::Username => Some(person.id.as_str()),
        }
    }
}

/// Writes a CSV file that Moodle imports under "Grades", "Import", "CSV file", and returns
/// whom and what it does not have.
///
/// While importing, choose what `key` says under "Map from" and "Map to", and an activity
/// or "New grade item" for each exercise. A mark that is withheld is `-`: Moodle then has no
/// mark. Moodle imports nothing at all when it does not know one of the learners, or when a
/// mark is above 100 and the site does not allow that.
///
/// # Errors
/// When `out` fails.
pub fn moodle_upload(
    upload: &Upload<'_>,
    key: MoodleKey,
    out: impl Write,
) -> io::Result<Vec<LeftOut>> {
    // Moodle takes a key of 0 for none, and gives these marks to the learner before.
    let is_good = |key: &str| key != "0";
    let (known, left_out) = upload.known(key.column(), |person| key.of(person), is_good);
    let mut csv = WriterBuilder::new()
        .quote_style(QuoteStyle::NonNumeric)
        .from_writer(out);
    let titles = upload.book.columns.iter().map(|column| {
        let title = format!("{} {}", column.exercise, column.title);
        safe::csv::cell(title.trim_end()).into_owned()
    });
    csv.write_record([key.title().to_owned()].into_iter().chain(titles))?;
    for known in known {
        let marks = known.row.marks.iter().map(|cell| upload.cell(cell, "-"));
        csv.write_record([known.key.to_owned()].into_iter().chain(marks))?;
    }
    csv.flush()?;
    Ok(left_out)
}
