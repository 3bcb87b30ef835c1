//! `new`: the files of a new exercise, to be filled in. `verify` tells what is still to be done.

use std::fs;
use std::path::Path;

use course::{CURRICULUM, Course, EXERCISES, HINTS, PARTS, SOLUTIONS};
use serde::Serialize;

use crate::args;
use crate::console::Console;
use crate::failure::{Failure, Result};
use crate::report::Report;
use crate::screen::Page;
use crate::screen::style::{CODE, HEAD, paint};
use crate::workbook::Workbook;

/// The words that stand wherever an author has something to write.
pub const GAP: &str = "FILL IN";

/// How many solutions a new exercise starts with: the least that the truth table asks for.
const RIGHT: usize = 3;
const WRONG: usize = 6;

/// Words that Rust keeps for itself: the topic becomes a function's name.
const KEYWORDS: &[&str] = &[
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern",
    "false", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut",
    "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true", "type", "unsafe",
    "use", "where", "while", "yield", "abstract", "become", "box", "do", "final", "macro",
    "override", "priv", "try", "typeof", "unsized", "virtual",
];

#[derive(Debug, Serialize)]
pub struct New {
    exercise: String,
    topic: String,
    /// Below the workbook's root.
    files: Vec<String>,
}

pub fn run(asked: &args::New, console: &Console) -> Result<New> {
    let workbook = Workbook::open(console)?;
    let course = &workbook.course;
    let number = number(&asked.exercise)?;
    check_topic(&asked.topic)?;
    let package = format!("ex{number:02}");
    let topic = asked.topic.as_str();
    if let Some(known) = course
        .exercises()
        .iter()
        .find(|known| known.number == number || known.topic == topic)
    {
        return Err(Failure::usage(
            "exists",
            format!(
                "{} is there already: {}",
                known.package,
                known.shown_source()
            ),
        )
        .at(&known.dir)
        .advise("Choose another number and topic."));
    }
    let files = files(&package, number, topic);
    write(course, &files)?;
    Ok(New {
        exercise: package,
        topic: asked.topic.clone(),
        files: files.into_iter().map(|(path, _)| path).collect(),
    })
}

fn number(text: &str) -> Result<u32> {
    let digits = text.trim_start_matches("ex");
    let number = digits
        .parse()
        .ok()
        .filter(|number| (1..=999).contains(number));
    number
        .filter(|_| digits.bytes().all(|b| b.is_ascii_digit()))
        .ok_or_else(|| {
            Failure::usage("bad-number", format!("`{text}` is no exercise number"))
                .advise("Write `ex09`, `9` or `09`.")
        })
}

fn check_topic(topic: &str) -> Result<()> {
    let first = topic.bytes().next();
    let plain = topic
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    if !plain || !first.is_some_and(|b| b.is_ascii_lowercase()) || KEYWORDS.contains(&topic) {
        return Err(
            Failure::usage("bad-topic", format!("`{topic}` cannot be a topic")).advise(
                "A topic is made of lower-case letters, digits and underscores, begins with a \
                 letter, and is no keyword of Rust: `hang_up`.",
            ),
        );
    }
    Ok(())
}

/// Every file with its path below the workbook's root.
fn files(package: &str, number: u32, topic: &str) -> Vec<(String, String)> {
    let planned = CURRICULUM.iter().find(|planned| planned.number == number);
    let last_part = PARTS.last().map_or(1, |part| part.number);
    let part = planned
        .map_or(last_part, |planned| planned.part)
        .to_string();
    let title = title(topic);
    let fill = |template: &str| {
        template
            .replace("{package}", package)
            .replace("{number}", &format!("{number:02}"))
            .replace("{topic}", topic)
            .replace("{title}", &title)
            .replace("{part}", &part)
    };
    let folder = format!("{package}_{topic}");
    let exercise = format!("{EXERCISES}/{folder}");
    let solutions = format!("{SOLUTIONS}/{folder}");
    let mut files = vec![
        (
            format!("{exercise}/Cargo.toml"),
            fill(include_str!("Cargo.toml.in")),
        ),
        (
            format!("{exercise}/src/lib.rs"),
            fill(include_str!("stub.rs.in")),
        ),
        (
            format!("{exercise}/tests/behaviour.rs"),
            fill(include_str!("behaviour.rs.in")),
        ),
        (
            format!("{exercise}/tests/schedules.rs"),
            fill(include_str!("schedules.rs.in")),
        ),
        (
            format!("{HINTS}/{folder}.md"),
            fill(include_str!("hints.md.in")),
        ),
        (
            format!("{solutions}/lib.rs"),
            fill(include_str!("reference.rs.in")),
        ),
    ];
    for n in 1..=RIGHT {
        let path = format!("{solutions}/right/right_{n}.rs");
        files.push((path, fill(include_str!("right.rs.in"))));
    }
    for n in 1..=WRONG {
        let path = format!("{solutions}/wrong/wrong_{n}.rs");
        files.push((path, fill(include_str!("wrong.rs.in"))));
    }
    files
}

/// `hang_up` is called "Hang up".
fn title(topic: &str) -> String {
    let words = topic.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn write(course: &Course, files: &[(String, String)]) -> Result<()> {
    // Nothing is written unless everything can be.
    for (path, _) in files {
        let path = course.root().join(path);
        if fs::symlink_metadata(&path).is_ok() {
            return Err(
                Failure::usage("exists", format!("{} is there already", path.display()))
                    .at(&path)
                    .advise("Move it away, or choose another number and topic."),
            );
        }
    }
    for (path, content) in files {
        let path = course.root().join(path);
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(|error| Failure::io("create", folder, &error))?;
        fs::write(&path, content).map_err(|error| Failure::io("write", &path, &error))?;
    }
    Ok(())
}

impl Report for New {
    fn command(&self) -> &'static str {
        "new"
    }

    fn draw(&self, page: &mut Page) {
        page.line(paint(
            HEAD,
            format_args!("{} {} is laid out", self.exercise, self.topic),
        ));
        page.gap();
        for file in &self.files {
            page.line(format_args!("  {file}"));
        }
        page.gap();
        page.prose(&format!(
            "Write where `{GAP}` stands, and give the solutions better names. Every file runs, but \
             none is an exercise yet: `verify` names what is missing. When all rows hold, seal it \
             and commit."
        ));
        page.gap();
        page.field(
            "prove",
            paint(CODE, format_args!("cargo checker verify {}", self.exercise)),
        );
        page.field(
            "seal",
            paint(CODE, format_args!("cargo checker seal {}", self.exercise)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_become_titles() {
        assert_eq!(title("hang_up"), "Hang up");
        assert_eq!(title(""), "");
    }

    #[test]
    fn a_topic_is_a_name_in_rust() {
        for good in ["hang_up", "a", "two_2"] {
            assert!(check_topic(good).is_ok(), "{good}");
        }
        for bad in ["", "_x", "Hang", "hang-up", "2nd", "match", "../x", "é"] {
            assert!(check_topic(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_number_is_written_in_three_ways() {
        for good in ["ex09", "9", "09"] {
            assert_eq!(number(good).ok(), Some(9), "{good}");
        }
        for bad in ["", "ex", "0", "-1", "+9", "1000", "nine"] {
            assert!(number(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn no_name_is_left_unfilled() {
        for (path, content) in files("ex09", 9, "hang_up") {
            for hole in ["{package}", "{topic}", "{title}", "{part}", "{number}"] {
                assert!(!content.contains(hole), "{path}: {hole}");
            }
        }
    }
}
