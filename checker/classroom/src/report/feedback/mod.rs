//! What a learner may read of their marks.

mod html;
mod markdown;

use course::VerdictKind;
use jiff::tz::TimeZone;

use crate::record::{
    Cell, Column, Gradebook, HandedIn, LearnerId, Mark, Points, Row, Total, Visibility,
    WhyWithheld, Withheld,
};
use crate::redact::{Hidden, Shown, Verdict};

/// What a learner may read of their marks.
///
/// It is made of a row of the gradebook by leaving out whatever would tell of a test that
/// learners are not told about: both pages are made of this, and so cannot tell more.
#[derive(Debug)]
pub struct Feedback<'a> {
    class: &'a str,
    learner: &'a LearnerId,
    name: &'a str,
    total: Total,
    out_of: Points,
    zone: TimeZone,
    exercises: Vec<Told<'a>>,
}

/// What happens to the failing schedules' pictures in Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pictures {
    /// They stand in the file itself, as long lines at its end.
    Embedded,
    /// They are left out. Some places show neither such pictures nor such long files.
    LeftOut,
}

/// An exercise.
#[derive(Debug)]
struct Told<'a> {
    column: &'a Column,
    state: State<'a>,
}

#[derive(Debug)]
enum State<'a> {
    NothingHandedIn,
    Withheld {
        at_least: Points,
        why: String,
        steps: Vec<&'a str>,
    },
    Marked(Marked<'a>),
}

/// A mark.
#[derive(Debug)]
struct Marked<'a> {
    mark: &'a Mark,
    steps: Vec<&'a str>,
    notes: Vec<&'a str>,
    verdict: Verdict<'a>,
    /// The tests that learners are told about.
    tests: Vec<Test<'a>>,
    /// The others, in a lump.
    hidden: Option<Others>,
}

#[derive(Debug)]
struct Test<'a> {
    id: &'a course::TestId,
    /// `None`: it was not run.
    kind: Option<VerdictKind>,
    points: Points,
    out_of: Points,
}

impl Test<'_> {
    /// In a word or two.
    fn outcome(&self) -> &'static str {
        self.kind.map_or("not run", VerdictKind::word)
    }
}

/// Tests that learners are not told about.
#[derive(Debug, Clone, Copy)]
struct Others {
    count: usize,
    points: Points,
    out_of: Points,
}

impl Others {
    fn title(self) -> String {
        match self.count {
            1 => "1 test that is not shown".to_owned(),
            count => format!("{count} tests that are not shown"),
        }
    }
}

const CAUSE_IS_HIDDEN: &str = "A test that is not shown to you did not pass.";
const NEXT_IS_HIDDEN: &str =
    "Read the task once more: which of its sentences have you not tried out yet?";

impl<'a> Feedback<'a> {
    /// What the learner of `row` may read. Times are shown in `zone`.
    ///
    /// `row` is one of `gradebook`. Which tests learners are told about is in its columns:
    /// [`TestWorth::visibility`](crate::record::TestWorth::visibility), and in the row.
    pub fn new(gradebook: &'a Gradebook, row: &'a Row, zone: &TimeZone) -> Self {
        let cells = gradebook.columns.iter().zip(&row.marks);
        let exercises = cells.map(|(column, cell)| Told {
            column,
            state: State::new(column, row.sees(column), cell),
        });
        Self {
            class: &gradebook.title,
            learner: &row.learner,
            name: &row.name,
            total: row.total,
            out_of: gradebook.out_of,
            zone: zone.clone(),
            exercises: exercises.collect(),
        }
    }

    /// The name, or the id of one without a name.
    fn addressee(&self) -> &'a str {
        if self.name.trim().is_empty() {
            &self.learner.0
        } else {
            self.name
        }
    }

    fn has_withheld(&self) -> bool {
        self.exercises
            .iter()
            .any(|told| matches!(told.state, State::Withheld { .. }))
    }
}

const SOME_ARE_WITHHELD: &str = "A mark that is held back is no zero. It follows when the reason \
                                 is gone, and the total then rises or stays as it is.";

impl Told<'_> {
    /// The mark in a word.
    fn mark(&self) -> String {
        let out_of = self.column.out_of;
        match &self.state {
            State::NothingHandedIn => format!("0 of {out_of}"),
            State::Withheld { at_least, .. } if *at_least == Points(0) => "held back".to_owned(),
            State::Withheld { at_least, .. } => format!("held back, at least {at_least}"),
            State::Marked(marked) => format!("{} of {}", marked.mark.points, marked.mark.out_of),
        }
    }

    /// The verdict in a word.
    fn verdict(&self) -> &'static str {
        match &self.state {
            State::NothingHandedIn => "nothing handed in",
            State::Withheld { .. } => "no verdict yet",
            State::Marked(marked) => match &marked.verdict {
                Verdict::OfHiddenTest => "not passed",
                Verdict::Shown(shown) => shown.kind.word(),
            },
        }
    }

    fn is_pass(&self) -> bool {
        self.verdict() == VerdictKind::Passed.word()
    }

    /// When it was handed in, and on whose word.
    fn handed_in(&self) -> Option<HandedIn> {
        match &self.state {
            State::Marked(marked) => marked.mark.ruling.handed_in(),
            _ => None,
        }
    }
}

impl<'a> State<'a> {
    fn new(column: &'a Column, sees: Visibility, cell: &'a Cell) -> Self {
        let hidden = Hidden::of(column, sees);
        match cell {
            Cell::NothingHandedIn => Self::NothingHandedIn,
            Cell::Withheld(withheld) => Self::withheld(&hidden, withheld),
            Cell::Mark(mark) => Self::Marked(Marked::new(column, &hidden, mark)),
        }
    }

    fn withheld(hidden: &Hidden<'a>, withheld: &'a Withheld) -> Self {
        let why = match &withheld.why {
            WhyWithheld::GraderError { .. } => {
                "The grader failed, which is no fault of yours.".to_owned()
            }
            why => why.to_string(),
        };
        Self::Withheld {
            at_least: withheld.at_least,
            why: if hidden.is_told_by(&why) {
                "Some tests were not run.".to_owned()
            } else {
                why
            },
            steps: hidden.without_mentions(&withheld.steps),
        }
    }
}

impl<'a> Marked<'a> {
    fn new(column: &'a Column, hidden: &Hidden<'a>, mark: &'a Mark) -> Self {
        let report = &mark.ruling.report;
        let mut tests = Vec::new();
        let mut others: Option<Others> = None;
        for (at, worth) in column.tests.iter().enumerate() {
            let points = mark.tests.get(at).copied().unwrap_or_default();
            if hidden.is_told(&worth.test) {
                let result = report.tests.iter().find(|one| one.test == worth.test);
                tests.push(Test {
                    id: &worth.test,
                    kind: result.map(judge::TestResult::kind),
                    points,
                    out_of: worth.out_of,
                });
            } else {
                let others = others.get_or_insert(Others {
                    count: 0,
                    points: Points(0),
                    out_of: Points(0),
                });
                others.count += 1;
                others.points.0 += points.0;
                others.out_of.0 += worth.out_of.0;
            }
        }
        Self {
            mark,
            steps: hidden.without_mentions(&mark.steps),
            notes: hidden.without_mentions(&report.notes),
            verdict: hidden.verdict(report),
            tests,
            hidden: others,
        }
    }
}
