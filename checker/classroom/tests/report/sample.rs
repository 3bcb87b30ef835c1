//! A class that never was, the same on every machine.

use std::sync::Arc;

use classroom::Vouched;
use classroom::record::{
    Basis, Cell, Column, Gradebook, LearnerId, Mark, Points, Row, Ruling, TestWorth, Total,
    Visibility, WhyWithheld, Withheld,
};
use classroom::report::{ClassReport, Cluster, HandIn, Pair, Passage, Side, Similarity};
use course::{TestId, VerdictKind};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use judge::{Evidence, Report, TestResult, Timings, Verdict};

pub const PICTURE: &str = include_str!("picture.svg");

const TITLES: [&str; 14] = [
    "Spawn and join",
    "Move into a thread",
    "No order promised",
    "Scoped threads",
    "Rc is not Send",
    "A thread panics",
    "First channel",
    "Many producers",
    "Hang up",
    "Bounded channel",
    "Pipeline",
    "A channel for the reply",
    "Worker pool",
    "Timeouts",
];

const TESTS: [&str; 4] = [
    "behaviour::adds_up_what_each_thread_found",
    "schedules::no_result_is_lost",
    "schedules::every_thread_is_joined",
    "schedules::hidden_order_of_results",
];

const NAMES: [&str; 12] = [
    "Ada Lovelace",
    "Edsger Dijkstra",
    "Barbara Liskov",
    "Tony Hoare",
    "Leslie Lamport",
    "Grace Hopper",
    "Søren Kjærgård-Ødegaard",
    "María de los Ángeles Fernández-Quintanilla",
    "宮本 武蔵",
    "Frances Allen",
    "Niklaus Wirth",
    "Maurice Herlihy",
];

/// The story that goes with [`PICTURE`].
pub const STORY: &str = "\x20    main  T1
  1   ●    │   schedules.rs:40  spawns thread 1            let one = scope.spawn(|| stock.sell(1));
  2   ●    │   lib.rs:28        loads atomic 1 -> 1        let left = self.pieces.load(SeqCst).ch…
  3   │    ●   lib.rs:28        loads atomic 1 -> 1        let left = self.pieces.load(SeqCst).ch…
  4   │    ●   lib.rs:29        stores 0 in atomic 1       self.pieces.store(left, SeqCst);
  5   ●    │   lib.rs:29        stores 0 in atomic 1       self.pieces.store(left, SeqCst);
  6   ●    │   schedules.rs:42  joins thread 1             [one.join().expect(\"a sale panicked\")…
  7   ●    │   schedules.rs:44  panics                     assert!(

Main loads atomic 1 in step 2 at lib.rs:28 and stores in it in step 5 at lib.rs:29. In between,
in step 4, thread 1 has changed it, and the store wipes that out.";

/// The same numbers on every machine.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// From 0 to `below - 1`.
    pub fn throw(&mut self, below: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).unwrap() % below
    }
}

pub fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub fn test(text: &str) -> TestId {
    text.parse().unwrap()
}

pub fn verdict(kind: VerdictKind, cause: &str, evidence: Evidence) -> Verdict {
    Verdict {
        kind,
        cause: cause.to_owned(),
        evidence,
        next_step: "Follow the schedule, and find the step at which a thread takes for granted \
                    what another has changed since."
            .to_owned(),
    }
}

/// A race, with all that there is to show.
pub fn race(test: &TestId, message: &str) -> Verdict {
    verdict(
        VerdictKind::Race,
        "Your code is right only if the threads happen to run in a lucky order.",
        Evidence {
            test: Some(test.clone()),
            message: Some(message.to_owned()),
            file: Some("exercises/ex16_lost_update/src/lib.rs".to_owned()),
            line: Some(28),
            story: Some(STORY.to_owned()),
            picture: Some(PICTURE.to_owned()),
            schedules: Some(7),
            token: Some("044camxpy8100800jp3g".to_owned()),
            switches: Some(3),
            ..Evidence::default()
        },
    )
}

pub fn passed(test: Option<&TestId>) -> Verdict {
    Verdict {
        kind: VerdictKind::Passed,
        cause: "All 4 tests pass, on all 412 schedules that there are.".to_owned(),
        evidence: Evidence {
            test: test.cloned(),
            ..Evidence::default()
        },
        next_step: "Go on with `cargo checker next`.".to_owned(),
    }
}

/// Exercise `number`, worth 10 points, the last of its tests hidden.
pub fn column(number: usize) -> Column {
    let weeks = i64::try_from(number / 2).unwrap();
    let due = at("2026-10-05T22:00:00Z") + SignedDuration::from_hours(7 * 24 * weeks);
    Column {
        exercise: format!("ex{:02}", number + 1),
        title: TITLES[number % TITLES.len()].to_owned(),
        out_of: Points(1000),
        due: Some(due),
        tests: TESTS
            .iter()
            .enumerate()
            .map(|(at, name)| TestWorth {
                test: test(name),
                out_of: Points([200, 400, 200, 200][at]),
                visibility: if at < 3 {
                    Visibility::Visible
                } else {
                    Visibility::Hidden
                },
            })
            .collect(),
    }
}

pub fn ruling(learner: &str, exercise: &str, verdict: Verdict, tests: Vec<TestResult>) -> Ruling {
    Ruling {
        learner: LearnerId(learner.to_owned()),
        exercise: exercise.to_owned(),
        attempt: 1,
        submitted: Some(at("2026-10-04T18:30:00Z")),
        vouched: Some(Vouched::Platform),
        work: "ab".repeat(32),
        report: Report {
            verdict,
            tests,
            notes: Vec::new(),
            timings: Timings::default(),
        },
        basis: Basis {
            jail: "bubblewrap".to_owned(),
            toolchain: "1.95.0".to_owned(),
            course: "3f9c".repeat(16),
            key: "cd".repeat(32),
        },
        judged: at("2026-11-01T08:00:00Z"),
    }
}

/// A mark with `verdict` for the tests of `column` that `failing` names by number.
pub fn mark(learner: &str, column: &Column, verdict: Verdict, failing: &[usize]) -> Mark {
    let mut results = Vec::new();
    let mut points = Vec::new();
    for (at, worth) in column.tests.iter().enumerate() {
        let fails = failing.contains(&at);
        points.push(if fails { Points(0) } else { worth.out_of });
        let said = match fails {
            false => passed(Some(&worth.test)),
            true if verdict.test() == Some(&worth.test) => verdict.clone(),
            true => race(&worth.test, "a result was lost"),
        };
        results.push(TestResult {
            test: worth.test.clone(),
            verdict: said,
            millis: 3,
        });
    }
    let earned = Points(points.iter().map(|one| one.0).sum());
    Mark {
        points: earned,
        earned,
        out_of: column.out_of,
        tests: points,
        late_by: 0,
        steps: vec![
            format!("The tests earn {earned} of {} points.", column.out_of),
            "Handed in at 2026-10-04T18:30:00Z, due at 2026-10-05T22:00:00Z: in time.".to_owned(),
        ],
        ruling: Arc::new(ruling(learner, &column.exercise, verdict, results)),
    }
}

/// A class of so many learners and exercises: 3 of 10 leave out more and more, half is
/// right, the others err in many ways.
pub fn gradebook(learners: usize, exercises: usize) -> Gradebook {
    let columns: Vec<_> = (0..exercises).map(column).collect();
    let mut dice = Dice::new(7);
    let mut rows = Vec::new();
    for number in 0..learners {
        let learner = format!("s{:04}", 1000 + number * 7);
        let skill = dice.throw(100);
        let cells = columns.iter().enumerate();
        let marks: Vec<_> = cells
            .map(|(at, column)| cell(&mut dice, &learner, skill, at, column))
            .collect();
        let sum = marks
            .iter()
            .filter_map(Cell::mark)
            .map(|mark| mark.points.0)
            .sum();
        let open = marks.iter().any(|cell| matches!(cell, Cell::Withheld(_)));
        rows.push(Row {
            learner: LearnerId(learner),
            name: NAMES[number % NAMES.len()].to_owned(),
            marks,
            total: if open {
                Total::AtLeast(Points(sum))
            } else {
                Total::Final(Points(sum))
            },
            told_early: Vec::new(),
        });
    }
    Gradebook {
        title: "Concurrency in Rust, autumn 2026".to_owned(),
        out_of: Points(columns.iter().map(|column| column.out_of.0).sum()),
        columns,
        rows,
        warnings: vec![
            "The extra time of `s9999` applies to nobody: no learner has that id.".to_owned(),
        ],
    }
}

fn cell(dice: &mut Dice, learner: &str, skill: u32, at: usize, column: &Column) -> Cell {
    let mut luck = dice.throw(100);
    if skill > 75 && luck < u32::try_from(at).unwrap() * 6 {
        return Cell::NothingHandedIn;
    }
    luck = dice.throw(100);
    let late = dice.throw(12) == 0;
    let lost = dice.throw(9) + 1;
    let mut mark = match luck {
        0 => {
            let verdict = verdict(
                VerdictKind::GraderError,
                "The checker itself failed. This says nothing about your code.",
                Evidence::default(),
            );
            let ruling = ruling(learner, &column.exercise, verdict, Vec::new());
            return Cell::Withheld(Withheld {
                why: WhyWithheld::GraderError { test: None },
                at_least: Points(0),
                steps: Vec::new(),
                ruling: Arc::new(ruling),
            });
        }
        luck if luck + skill / 3 < 75 => mark(learner, column, passed(None), &[]),
        _ => wrong(dice, learner, column, lost),
    };
    if late {
        mark.late_by = 7200;
        mark.points = Points(mark.earned.0 * 9 / 10);
        mark.steps.pop();
        mark.steps.push(
            "Handed in 2 h after the due time: 1 day late. Late policy: 10% a day. 10% off."
                .to_owned(),
        );
    }
    Cell::Mark(mark)
}

fn wrong(dice: &mut Dice, learner: &str, column: &Column, lost: u32) -> Mark {
    let of = |test: &str, message: String| Evidence {
        test: Some(self::test(test)),
        message: Some(message),
        ..Evidence::default()
    };
    match dice.throw(7) {
        0 | 1 => {
            let message = format!("{lost} of 10 results were lost");
            let mut verdict = race(&test(TESTS[1]), &message);
            verdict.evidence.picture = Some(PICTURE.to_owned());
            mark(learner, column, verdict, &[1])
        }
        2 => {
            let evidence = of(
                TESTS[1],
                "every thread waits: main for thread 1, thread 1 for main".to_owned(),
            );
            let cause =
                "Your program stands still: every thread waits, and none is left to wake another.";
            mark(
                learner,
                column,
                verdict(VerdictKind::Deadlock, cause, evidence),
                &[1, 2, 3],
            )
        }
        3 => {
            let evidence = of(
                TESTS[0],
                format!("assertion `left == right` failed\n  left: {lost}\n right: 10"),
            );
            mark(
                learner,
                column,
                verdict(
                    VerdictKind::WrongAnswer,
                    "Your code gives a wrong answer.",
                    evidence,
                ),
                &[0, 3],
            )
        }
        4 => {
            let evidence = of(
                TESTS[2],
                "no schedule has two threads at work at the same time".to_owned(),
            );
            let cause = "Something that must be possible never happens: your threads wait where they need not.";
            mark(
                learner,
                column,
                verdict(VerdictKind::Overlocked, cause, evidence),
                &[2],
            )
        }
        5 => {
            let evidence = Evidence {
                message: Some("error[E0382]: borrow of moved value: `results`".to_owned()),
                file: Some("exercises/ex16_lost_update/src/lib.rs".to_owned()),
                line: Some(31),
                story: Some("error[E0382]: borrow of moved value: `results`\n  --> exercises/ex16_lost_update/src/lib.rs:31:9\n   |\n31 |         results.push(1);\n   |         ^^^^^^^ value borrowed here after move".to_owned()),
                errors: Some(1),
                ..Evidence::default()
            };
            let cause = "Your file does not compile. The compiler found an error.";
            let mut mark = mark(
                learner,
                column,
                verdict(VerdictKind::CompileError, cause, evidence),
                &[0, 1, 2, 3],
            );
            let mut ruling = Arc::unwrap_or_clone(mark.ruling);
            ruling.report.tests.clear();
            mark.ruling = Arc::new(ruling);
            mark
        }
        _ => {
            let evidence = of(TESTS[1], "not yet implemented".to_owned());
            let cause = "A part of your file is still to be written: a `todo!()` was reached.";
            mark(
                learner,
                column,
                verdict(VerdictKind::Incomplete, cause, evidence),
                &[0, 1, 2, 3],
            )
        }
    }
}

/// Most before the due date, most of these on its last day.
pub fn hand_ins(book: &Gradebook) -> Vec<HandIn> {
    let mut dice = Dice::new(11);
    let mut hand_ins = Vec::new();
    for row in &book.rows {
        for (column, cell) in book.columns.iter().zip(&row.marks) {
            let Some(due) = column.due.filter(|_| cell.ruling().is_some()) else {
                continue;
            };
            for _ in 0..=dice.throw(3) {
                let hours = i64::from(dice.throw(14) * dice.throw(14)) - 10;
                let minutes = i64::from(dice.throw(60));
                let before = SignedDuration::from_mins(hours * 60 + minutes);
                hand_ins.push(HandIn {
                    learner: row.learner.clone(),
                    exercise: column.exercise.clone(),
                    at: due - before,
                });
            }
        }
    }
    hand_ins
}

pub fn similarity(book: &Gradebook) -> Similarity {
    let source: Arc<str> = include_str!("sample.rs").into();
    let side = |at: usize| Side {
        learner: book.rows[at].learner.clone(),
        source: Arc::clone(&source),
    };
    let pair = |exercise: &str, score, one, other| Pair {
        exercise: exercise.to_owned(),
        score,
        one: side(one),
        other: side(other),
        passages: vec![
            Passage {
                one: 70..88,
                other: 70..88,
            },
            Passage {
                one: 100..112,
                other: 101..112,
            },
        ],
    };
    Similarity {
        threshold: 0.6,
        pairs: vec![
            pair("ex07", 0.71, 3, 5),
            pair("ex07", 0.97, 0, 3),
            pair("ex04", 0.64, 1, 2),
        ],
        clusters: vec![Cluster {
            exercise: "ex07".to_owned(),
            learners: [0, 3, 5].map(|at| book.rows[at].learner.clone()).into(),
        }],
    }
}

/// The report of `book` as a page.
pub fn page(book: &Gradebook, hand_ins: &[HandIn], similarity: Option<&Similarity>) -> String {
    let report = ClassReport {
        gradebook: book,
        made: at("2026-11-26T12:04:00Z"),
        zone: TimeZone::UTC,
        hand_ins,
        similarity,
    };
    let mut page = Vec::new();
    report.write_to(&mut page).unwrap();
    String::from_utf8(page).unwrap()
}
