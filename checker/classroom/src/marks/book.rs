//! From rulings to a gradebook.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use super::assess::{Assessed, assess};
use super::late::{Deadline, LatePolicy, Reckoned, reckon};
use super::rules::Attempts;
use super::scheme::{Priced, Scheme};
use crate::record::{
    Cell, Column, Gradebook, LearnerId, Mark, Points, Row, Ruling, TestWorth, Total, Visibility,
    WhyWithheld, Withheld,
};
use crate::{RawName, Vouched};

/// A learner of the class list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Who it is.
    pub learner: LearnerId,
    /// The name for people to read. May be empty.
    pub name: String,
}

/// The rulings on what a learner handed in for an exercise: for each attempt the one
/// that was judged last.
type Attempted<'r> = BTreeMap<u32, &'r Arc<Ruling>>;

impl Scheme {
    /// The marks that follow from `rulings`.
    ///
    /// `people` is the class list, in its order. Whoever handed in and is not in it comes
    /// after them, by id. Of several rulings on one attempt the one that was judged last
    /// counts, and of those the last in `rulings`. `now` decides nothing but whether
    /// learners are told about hidden tests.
    pub fn gradebook(
        &self,
        people: &[Listed],
        rulings: &[Arc<Ruling>],
        now: Timestamp,
    ) -> Gradebook {
        let mut warnings = self.warnings.clone();
        let marked: BTreeSet<&str> = self.packages().collect();
        let mut handed_in: BTreeMap<(&LearnerId, &str), Attempted<'_>> = BTreeMap::new();
        let mut stray: BTreeMap<&str, usize> = BTreeMap::new();
        for ruling in rulings {
            let exercise = ruling.exercise.as_str();
            if !marked.contains(exercise) {
                *stray.entry(exercise).or_default() += 1;
                continue;
            }
            let attempts = handed_in.entry((&ruling.learner, exercise)).or_default();
            let latest = attempts.entry(ruling.attempt).or_insert(ruling);
            if latest.judged <= ruling.judged {
                *latest = ruling;
            }
        }

        let columns = self.columns.iter();
        let columns: Vec<_> = columns.map(|column| self.column(column, now)).collect();
        let early = |learner: &LearnerId| self.told_early(learner, &columns, now);
        let mut rows = Vec::new();
        let mut known: BTreeSet<&LearnerId> = BTreeSet::new();
        for person in people {
            if known.insert(&person.learner) {
                rows.push(self.row(&person.learner, &person.name, &handed_in, &early));
            }
        }
        let unlisted: BTreeSet<&LearnerId> = rulings
            .iter()
            .map(|ruling| &ruling.learner)
            .filter(|learner| !known.contains(learner))
            .collect();
        for learner in unlisted {
            if !people.is_empty() {
                let id = RawName::from(&*learner.0);
                warnings.push(format!("`{id}` handed in, but is not in the class list."));
            }
            known.insert(learner);
            rows.push(self.row(learner, "", &handed_in, &early));
        }
        warnings.extend(on_commits_word(&rows, &columns));
        for (exercise, count) in stray {
            let exercise = RawName::from(exercise);
            warnings.push(match count {
                1 => format!("1 ruling is on `{exercise}`, which is not marked."),
                count => format!("{count} rulings are on `{exercise}`, which is not marked."),
            });
        }
        warnings.extend(self.unknown_learners(&known));
        Gradebook {
            title: self.rules.title.clone(),
            columns,
            rows,
            out_of: sum(self.columns.iter().map(|column| column.out_of)),
            warnings,
        }
    }

    fn column(&self, column: &Priced, now: Timestamp) -> Column {
        let of_hidden = self.visibility_of_hidden(column, now);
        Column {
            exercise: column.package.clone(),
            title: column.title.clone(),
            out_of: column.out_of,
            due: column.terms.due.map(|due| due.at),
            tests: column
                .tests
                .iter()
                .map(|one| TestWorth {
                    test: one.test.clone(),
                    out_of: one.out_of,
                    visibility: if one.hidden {
                        of_hidden
                    } else {
                        Visibility::Visible
                    },
                })
                .collect(),
        }
    }

    fn row(
        &self,
        learner: &LearnerId,
        name: &str,
        handed_in: &BTreeMap<(&LearnerId, &str), Attempted<'_>>,
        early: &dyn Fn(&LearnerId) -> Vec<String>,
    ) -> Row {
        let cell = |column: &Priced| {
            let Some(attempts) = handed_in.get(&(learner, column.package.as_str())) else {
                return Cell::NothingHandedIn;
            };
            let deadline = self.deadline(learner, &column.package);
            let findings = attempts
                .values()
                .map(|ruling| Finding::of(column, deadline.as_ref(), ruling))
                .collect();
            match self.rules.attempts {
                Attempts::Best => best(findings),
                Attempts::Latest => latest(findings),
            }
        };
        let marks: Vec<_> = self.columns.iter().map(cell).collect();
        let known = sum(marks.iter().map(|cell| match cell {
            Cell::Mark(mark) => mark.points,
            Cell::Withheld(withheld) => withheld.at_least,
            Cell::NothingHandedIn => Points(0),
        }));
        let open = marks.iter().any(|cell| matches!(cell, Cell::Withheld(_)));
        Row {
            learner: learner.clone(),
            name: name.to_owned(),
            total: if open {
                Total::AtLeast(known)
            } else {
                Total::Final(known)
            },
            marks,
            told_early: early(learner),
        }
    }
}

/// A warning that lateness goes by what learners themselves may have written.
fn on_commits_word(rows: &[Row], columns: &[Column]) -> Option<String> {
    let cells = rows.iter().flat_map(|row| row.marks.iter().zip(columns));
    let rulings = cells
        .filter(|(_, column)| column.due.is_some())
        .filter_map(|(cell, _)| cell.ruling());
    let count = rulings
        .filter(|ruling| ruling.submitted.is_some() && ruling.vouched == Some(Vouched::Commit))
        .count();
    let what = match count {
        0 => return None,
        1 => "1 mark goes by a time that only the commit itself says".to_owned(),
        count => format!("{count} marks go by times that only the commits themselves say"),
    };
    Some(format!(
        "{what}. Whoever makes a commit can choose its time."
    ))
}

/// The sum. What the rules allow never adds up to more than fits.
fn sum(points: impl Iterator<Item = Points>) -> Points {
    points.fold(Points(0), |sum, points| {
        Points(sum.0.saturating_add(points.0))
    })
}

/// What is known of one attempt.
struct Finding<'r> {
    ruling: &'r Arc<Ruling>,
    out_of: Points,
    earned: Result<Assessed, WhyWithheld>,
    /// What lateness leaves of it; of a mark that is open, of all points there are.
    left: Reckoned,
}

impl<'r> Finding<'r> {
    fn of(column: &Priced, deadline: Option<&Deadline>, ruling: &'r Arc<Ruling>) -> Self {
        let policy: &LatePolicy = &column.terms.late;
        let earned = assess(column, &ruling.report);
        let before = earned.as_ref().map_or(column.out_of, |found| found.earned);
        Self {
            ruling,
            out_of: column.out_of,
            left: reckon(policy, deadline, ruling.handed_in(), before),
            earned,
        }
    }

    /// The cell in which this attempt is what counts. `steps` say why it does.
    fn cell(self, at_least: Points, mut steps: Vec<String>) -> Cell {
        let ruling = Arc::clone(self.ruling);
        match self.earned {
            Ok(found) => {
                steps.extend(found.steps);
                steps.extend(self.left.steps);
                Cell::Mark(Mark {
                    points: self.left.points,
                    earned: found.earned,
                    out_of: self.out_of,
                    tests: found.tests,
                    late_by: self.left.late_by,
                    steps,
                    ruling,
                })
            }
            Err(why) => {
                steps.push(format!("{why} The mark is withheld."));
                Cell::Withheld(Withheld {
                    why,
                    at_least,
                    steps,
                    ruling,
                })
            }
        }
    }

    fn attempt(&self) -> u32 {
        self.ruling.attempt
    }
}

/// The attempt that earned most; of equals the first. A mark is withheld as long as one
/// that is open could earn more.
fn best(findings: Vec<Finding<'_>>) -> Cell {
    let count = findings.len();
    let (known, open): (Vec<_>, Vec<_>) = findings.into_iter().partition(|one| one.earned.is_ok());
    let best = known.into_iter().reduce(|best, one| {
        if one.left.points > best.left.points {
            one
        } else {
            best
        }
    });
    let could_be = open.iter().map(|one| one.left.points).max();
    let at_least = best.as_ref().map_or(Points(0), |best| best.left.points);
    match best {
        Some(best) if could_be.is_none_or(|most| most <= at_least) => {
            let mut steps = Vec::new();
            if count > 1 {
                steps.push(format!(
                    "Attempt {} of {count} counts: the best.",
                    best.attempt()
                ));
            }
            steps.extend(open.iter().map(|one| {
                format!(
                    "What attempt {} earns is not known, but it cannot be more.",
                    one.attempt()
                )
            }));
            best.cell(at_least, steps)
        }
        best => {
            let mut steps = Vec::new();
            if let Some(best) = best {
                let (attempt, points) = (best.attempt(), best.left.points);
                steps.push(format!(
                    "Attempt {attempt} earns {points} points; another may earn more."
                ));
            }
            // Of those that could earn most, the first.
            let widest = open.into_iter().reduce(|widest, one| {
                if one.left.points > widest.left.points {
                    one
                } else {
                    widest
                }
            });
            match widest {
                Some(widest) => {
                    if count > 1 {
                        steps.push(format!("Attempt {} is open.", widest.attempt()));
                    }
                    widest.cell(at_least, steps)
                }
                None => Cell::NothingHandedIn,
            }
        }
    }
}

/// The last attempt that came before the cut-off; if none did, the last.
fn latest(findings: Vec<Finding<'_>>) -> Cell {
    let count = findings.len();
    let too_late: Vec<_> = findings
        .iter()
        .filter(|one| !one.left.accepted)
        .map(Finding::attempt)
        .collect();
    let last = findings.into_iter().reduce(|last, one| {
        if one.left.accepted || !last.left.accepted {
            one
        } else {
            last
        }
    });
    let Some(last) = last else {
        return Cell::NothingHandedIn;
    };
    let mut steps = Vec::new();
    if count > 1 {
        steps.push(format!(
            "Attempt {} of {count} counts: the latest.",
            last.attempt()
        ));
        let replaced_nothing = too_late.iter().filter(|attempt| **attempt > last.attempt());
        steps.extend(replaced_nothing.map(|attempt| {
            format!("Attempt {attempt} came after the cut-off and replaces nothing.")
        }));
    }
    last.cell(Points(0), steps)
}
