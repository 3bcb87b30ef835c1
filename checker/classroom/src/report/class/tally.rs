//! What is counted before anything is shown.

use std::collections::BTreeMap;

use course::{TestId, VerdictKind};
use judge::Report;

use super::column_of;
use crate::record::{Cell, Gradebook, Row};

/// How many characters of a message are told.
const MESSAGE: usize = 240;

/// The counts of a class.
pub(super) struct Tally<'a> {
    /// One for each column.
    pub(super) exercises: Vec<ExerciseTally>,
    /// How often each verdict led to a mark, the commonest first.
    pub(super) kinds: Vec<(VerdictKind, usize)>,
    /// Failures of the same sort, the commonest first. Where the mark is held back, it is
    /// not known whether the learner failed.
    pub(super) mistakes: Vec<Mistake<'a>>,
}

/// The counts of an exercise.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct ExerciseTally {
    /// Every test passed.
    pub(super) passed: usize,
    /// Some points were earned, or would have been in time, and not every test passed.
    pub(super) partly: usize,
    /// Nothing was earned.
    pub(super) failed: usize,
    /// The mark is held back.
    pub(super) withheld: usize,
    /// Nothing was handed in.
    pub(super) absent: usize,
    /// How many were late.
    pub(super) late: usize,
    /// The sum of all marks, in hundredths.
    pub(super) points: u64,
    /// How many passed each test.
    pub(super) tests: Vec<usize>,
}

impl ExerciseTally {
    /// How many have a mark.
    pub(super) fn marked(&self) -> usize {
        self.passed + self.partly + self.failed
    }

    /// How many handed something in.
    pub(super) fn handed_in(&self) -> usize {
        self.marked() + self.withheld
    }
}

/// Failures that have verdict, test and message in common.
pub(super) struct Mistake<'a> {
    /// The column.
    pub(super) column: usize,
    /// The verdict.
    pub(super) kind: VerdictKind,
    /// The test that decided.
    pub(super) test: Option<&'a TestId>,
    /// One of the messages. They differ in numbers at most.
    pub(super) example: &'a str,
    /// Who, in the gradebook's order.
    pub(super) who: Vec<&'a Row>,
}

impl<'a> Tally<'a> {
    pub(super) fn of(book: &'a Gradebook) -> Self {
        let mut kinds: BTreeMap<VerdictKind, usize> = BTreeMap::new();
        let mut mistakes: BTreeMap<(usize, VerdictKind, Option<&TestId>, String), Mistake<'a>> =
            BTreeMap::new();
        let mut exercises = Vec::new();
        for (at, column) in book.columns.iter().enumerate() {
            let mut tally = ExerciseTally {
                tests: vec![0; column.tests.len()],
                ..ExerciseTally::default()
            };
            for (row, cell) in column_of(book, at) {
                tally.add(
                    cell,
                    &column.tests.iter().map(|one| &one.test).collect::<Vec<_>>(),
                );
                let Some(mark) = cell.mark() else {
                    continue;
                };
                let verdict = &mark.ruling.report.verdict;
                *kinds.entry(verdict.kind).or_default() += 1;
                if verdict.is_pass() {
                    continue;
                }
                let message = verdict.evidence.message.as_deref();
                let message = message.unwrap_or(&verdict.cause);
                let key = (at, verdict.kind, verdict.test(), without_numbers(message));
                let mistake = mistakes.entry(key).or_insert_with(|| Mistake {
                    column: at,
                    kind: verdict.kind,
                    test: verdict.test(),
                    example: message,
                    who: Vec::new(),
                });
                mistake.who.push(row);
            }
            exercises.push(tally);
        }
        let mut kinds: Vec<_> = kinds.into_iter().collect();
        kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let mut mistakes: Vec<_> = mistakes.into_values().collect();
        mistakes.sort_by_key(|mistake| std::cmp::Reverse(mistake.who.len()));
        Self {
            exercises,
            kinds,
            mistakes,
        }
    }
}

impl ExerciseTally {
    fn add(&mut self, cell: &Cell, tests: &[&TestId]) {
        let mark = match cell {
            Cell::NothingHandedIn => return self.absent += 1,
            Cell::Withheld(_) => return self.withheld += 1,
            Cell::Mark(mark) => mark,
        };
        let report = &mark.ruling.report;
        match (report.verdict.is_pass(), mark.earned.0) {
            (true, _) => self.passed += 1,
            (false, 0) => self.failed += 1,
            (false, _) => self.partly += 1,
        }
        self.late += usize::from(mark.late_by > 0);
        self.points += u64::from(mark.points.0);
        for (passed, test) in self.tests.iter_mut().zip(tests) {
            *passed += usize::from(passes(report, test));
        }
    }
}

fn passes(report: &Report, test: &TestId) -> bool {
    let mut results = report.tests.iter();
    results.any(|result| result.test == *test && result.kind().is_pass())
}

/// A message without what differs from run to run: numbers, and white space at will.
fn without_numbers(message: &str) -> String {
    let mut normal = String::new();
    let mut last = ' ';
    for c in message.chars().take(MESSAGE) {
        let c = match c {
            c if c.is_ascii_digit() => '0',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        if !matches!((last, c), ('0', '0') | (' ', ' ')) {
            normal.push(c);
        }
        last = c;
    }
    normal.truncate(normal.trim_end().len());
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_that_differ_in_numbers_are_one() {
        let normal = without_numbers("3 of 12 clicks  were\n lost ");
        assert_eq!(normal, "0 of 0 clicks were lost");
        assert_eq!(normal, without_numbers("100 of 100 clicks were lost"));
        assert_ne!(normal, without_numbers("3 of 12 cheques were lost"));
        assert_eq!(without_numbers(""), "");
    }
}
