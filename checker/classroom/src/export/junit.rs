//! The marks as test results, in the form that `JUnit` made common.

use std::io::{self, Write};

use course::{TestId, VerdictKind};
use judge::Verdict;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::safe::xml;
use crate::record::{Cell, Column, Gradebook, Row};

/// Writes the verdicts on all tests as `JUnit` XML: a suite for each learner and exercise,
/// a case for each test. `schema/junit.xsd` describes it. It tells of hidden tests, so it
/// is for instructors.
///
/// A test that passed is a case and nothing else. One that did not is a `failure` whose
/// type is the verdict, such as `race`; one of which the grader is to blame, or of which
/// nothing is known, is an `error`; and one for which nothing was handed in is `skipped`.
/// Where a mark is withheld there is one more case, `mark`, which is an `error`: no suite
/// is green by an oversight.
///
/// # Errors
/// When `out` fails.
pub fn junit(book: &Gradebook, mut out: impl Write) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(&mut out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let all = suites(book).map(|suite| suite.counts());
    let counts = all.fold(Counts::default(), Counts::and);
    xml.create_element("testsuites")
        .with_attribute(("name", &*xml::line(&book.title)))
        .with_attributes(counts.attributes().iter().map(borrowed))
        .write_inner_content(|xml| {
            suites(book).try_for_each(|suite| write_suite(xml, &suite))?;
            Ok(())
        })?;
    out.write_all(b"\n")
}

/// A learner and an exercise.
struct Suite<'a> {
    row: &'a Row,
    column: &'a Column,
    cell: &'a Cell,
}

/// A test of theirs.
struct Case<'a> {
    name: &'a str,
    /// The file that it is in. `None`: it is none of the exercise's tests.
    target: Option<&'static str>,
    millis: u64,
    outcome: Outcome<'a>,
}

enum Outcome<'a> {
    Passed,
    Failed(&'a Verdict),
    Faulty(&'a Verdict),
    Withheld(String),
    Skipped,
}

#[derive(Clone, Copy, Default)]
struct Counts {
    tests: u64,
    failures: u64,
    errors: u64,
    skipped: u64,
    millis: u64,
}

fn suites(book: &Gradebook) -> impl Iterator<Item = Suite<'_>> {
    book.rows.iter().flat_map(|row| {
        let cells = book.columns.iter().zip(&row.marks);
        cells.map(move |(column, cell)| Suite { row, column, cell })
    })
}

impl<'a> Suite<'a> {
    fn cases(&self) -> impl Iterator<Item = Case<'a>> {
        let cell = self.cell;
        let mark = match cell {
            Cell::Withheld(withheld) => Some(Case {
                name: "mark",
                target: None,
                millis: 0,
                outcome: Outcome::Withheld(withheld.why.to_string()),
            }),
            Cell::NothingHandedIn | Cell::Mark(_) => None,
        };
        let tests = self.column.tests.iter();
        tests.map(move |worth| case(cell, &worth.test)).chain(mark)
    }

    fn counts(&self) -> Counts {
        let all = self.cases().map(|case| case.counts());
        all.fold(Counts::default(), Counts::and)
    }
}

fn case<'a>(cell: &'a Cell, test: &'a TestId) -> Case<'a> {
    let ruling = cell.ruling();
    let results = ruling.map_or(&[][..], |ruling| &ruling.report.tests);
    let result = results.iter().find(|one| one.test == *test);
    let outcome = match (cell, result) {
        (Cell::NothingHandedIn, _) => Outcome::Skipped,
        (_, Some(result)) => Outcome::of(&result.verdict),
        (Cell::Withheld(withheld), None) => Outcome::Withheld(withheld.why.to_string()),
        // What ends a judgement before any test, such as an error of the compiler, is
        // what every test ends with.
        (Cell::Mark(mark), None) => Outcome::of(&mark.ruling.report.verdict),
    };
    Case {
        name: &test.name,
        target: Some(test.target.name()),
        millis: result.map_or(0, |result| result.millis),
        outcome,
    }
}

impl<'a> Outcome<'a> {
    fn of(verdict: &'a Verdict) -> Self {
        match verdict.kind {
            VerdictKind::Passed => Self::Passed,
            VerdictKind::GraderError => Self::Faulty(verdict),
            _ => Self::Failed(verdict),
        }
    }
}

impl Case<'_> {
    fn counts(&self) -> Counts {
        let is = |yes: bool| u64::from(yes);
        Counts {
            tests: 1,
            failures: is(matches!(self.outcome, Outcome::Failed(_))),
            errors: is(matches!(
                self.outcome,
                Outcome::Faulty(_) | Outcome::Withheld(_)
            )),
            skipped: is(matches!(self.outcome, Outcome::Skipped)),
            millis: self.millis,
        }
    }
}

impl Counts {
    fn and(self, other: Self) -> Self {
        Self {
            tests: self.tests + other.tests,
            failures: self.failures + other.failures,
            errors: self.errors + other.errors,
            skipped: self.skipped + other.skipped,
            millis: self.millis.saturating_add(other.millis),
        }
    }

    fn attributes(&self) -> [(&'static str, String); 5] {
        [
            ("tests", self.tests.to_string()),
            ("failures", self.failures.to_string()),
            ("errors", self.errors.to_string()),
            ("skipped", self.skipped.to_string()),
            ("time", seconds(self.millis)),
        ]
    }
}

fn borrowed<'a>((name, value): &'a (&'static str, String)) -> (&'a str, &'a str) {
    (name, value)
}

/// `1.250`.
fn seconds(millis: u64) -> String {
    format!("{}.{:03}", millis / 1000, millis % 1000)
}

fn write_suite<W: Write>(xml: &mut Writer<W>, suite: &Suite<'_>) -> io::Result<()> {
    let (learner, exercise) = (&suite.row.learner.0, &suite.column.exercise);
    let mut element = xml
        .create_element("testsuite")
        .with_attribute(("name", &*xml::line(&format!("{learner} {exercise}"))))
        .with_attributes(suite.counts().attributes().iter().map(borrowed));
    if let Some(ruling) = suite.cell.ruling() {
        element = element.with_attribute(("timestamp", &*ruling.judged.to_string()));
    }
    element
        .write_inner_content(|xml| {
            xml.create_element("properties")
                .write_inner_content(|xml| {
                    for (name, value) in properties(suite) {
                        xml.create_element("property")
                            .with_attribute(("name", name))
                            .with_attribute(("value", &*xml::line(&value)))
                            .write_empty()?;
                    }
                    Ok(())
                })?;
            let class = xml::line(&format!("{learner}.{exercise}")).into_owned();
            suite
                .cases()
                .try_for_each(|case| write_case(xml, &class, &case))
        })
        .map(drop)
}

/// Whose it is, what it earned, and what that rests on.
fn properties(suite: &Suite<'_>) -> Vec<(&'static str, String)> {
    let mut properties = vec![
        ("learner", suite.row.learner.0.clone()),
        ("name", suite.row.name.clone()),
        ("exercise", suite.column.exercise.clone()),
        ("title", suite.column.title.clone()),
        ("out-of", suite.column.out_of.to_string()),
    ];
    match suite.cell {
        Cell::NothingHandedIn => properties.push(("state", "nothing handed in".to_owned())),
        Cell::Withheld(withheld) => {
            properties.push(("state", "withheld".to_owned()));
            properties.push(("at-least", withheld.at_least.to_string()));
        }
        Cell::Mark(mark) => {
            properties.push(("state", "marked".to_owned()));
            properties.push(("points", mark.points.to_string()));
            properties.push(("late-by-seconds", mark.late_by.to_string()));
        }
    }
    if let Some(ruling) = suite.cell.ruling() {
        let basis = &ruling.basis;
        properties.extend([
            ("verdict", ruling.report.verdict.kind.to_string()),
            ("attempt", ruling.attempt.to_string()),
            ("work", ruling.work.clone()),
            ("jail", basis.jail.clone()),
            ("toolchain", basis.toolchain.clone()),
            ("course", basis.course.clone()),
            ("key", basis.key.clone()),
        ]);
    }
    properties
}

fn write_case<W: Write>(xml: &mut Writer<W>, class: &str, case: &Case<'_>) -> io::Result<()> {
    let class = match case.target {
        Some(target) => format!("{class}.{target}"),
        None => class.to_owned(),
    };
    let element = xml
        .create_element("testcase")
        .with_attribute(("name", &*xml::line(case.name)))
        .with_attribute(("classname", &*class))
        .with_attribute(("time", &*seconds(case.millis)));
    match &case.outcome {
        Outcome::Passed => element.write_empty(),
        Outcome::Failed(verdict) => {
            element.write_inner_content(|xml| write_verdict(xml, "failure", verdict))
        }
        Outcome::Faulty(verdict) => {
            element.write_inner_content(|xml| write_verdict(xml, "error", verdict))
        }
        Outcome::Withheld(why) => element.write_inner_content(|xml| {
            xml.create_element("error")
                .with_attribute(("type", "withheld"))
                .with_attribute(("message", &*xml::line(why)))
                .write_empty()
                .map(drop)
        }),
        Outcome::Skipped => element.write_inner_content(|xml| {
            xml.create_element("skipped")
                .with_attribute(("message", "Nothing was handed in."))
                .write_empty()
                .map(drop)
        }),
    }
    .map(drop)
}

fn write_verdict<W: Write>(xml: &mut Writer<W>, name: &str, verdict: &Verdict) -> io::Result<()> {
    let evidence = &verdict.evidence;
    let place = evidence.file.as_ref().map(|file| match evidence.line {
        Some(line) => format!("At {file}:{line}."),
        None => format!("At {file}."),
    });
    let next = Some(format!("Next: {}", verdict.next_step));
    let parts = [
        evidence.message.clone(),
        place,
        evidence.story.clone(),
        next,
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    xml.create_element(name)
        .with_attribute(("type", verdict.kind.word()))
        .with_attribute(("message", &*xml::line(&verdict.cause)))
        .write_text_content(BytesText::new(&xml::block(&parts.join("\n\n"))))
        .map(drop)
}
