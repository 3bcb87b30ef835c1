//! A small class in which everything happens, and whose members mean no good.

use std::sync::Arc;

use classroom::Roster;
use classroom::record::{
    Cell, Column, Gradebook, LearnerId, Mark, Points, Row, Total, Visibility, WhyWithheld, Withheld,
};
use course::{TestId, VerdictKind};
use judge::{Evidence, TestResult, ThreadState};

use crate::sample::{column, mark, passed, race, ruling, verdict};

/// Begins as a formula, and holds what ends something in every format.
pub const EVIL_NAME: &str =
    "=HYPERLINK(\"http://evil\",\"x\");=1\u{1b}[31m\u{202e}<script>]]>--></testcase>\n::error::x";

/// What every text of the hostile learner ends with.
pub const EVIL: &str = "\u{0}\u{1b}[2J\u{9b}31m\u{202e}\u{ffff}]]></failure>&lt;\"'`|*\n\
                        ::error::evil\n##[error]evil\n```\n=1+1\n@x";

/// Two exercises: one with a test of each kind of visibility, and one that is over.
pub fn columns() -> Vec<Column> {
    let mut columns = vec![column(0), column(1)];
    columns[0].tests[2].visibility = Visibility::AfterDue;
    columns[1].due = None;
    for (number, worth) in columns[1].tests.iter_mut().enumerate() {
        worth.test.name = format!("number_{number}");
    }
    columns
}

/// Four learners: one who is right, a hostile one, one whose marks are withheld, and one
/// who handed in nothing.
pub fn book() -> Gradebook {
    let columns = columns();
    let right = columns
        .iter()
        .map(|column| Cell::Mark(mark("ada", column, passed(None), &[])));
    let right = row("ada", "Ada Lovelace", right.collect());
    let hostile = hostile(&columns);
    let withheld = vec![
        Cell::Withheld(withheld(&columns[0], Points(0))),
        Cell::Withheld(contradiction(&columns[1])),
    ];
    let withheld = row("bob", "Tables, Bob\u{feff}", withheld);
    let absent = row("007", "", vec![Cell::NothingHandedIn; 2]);
    Gradebook {
        title: "Concurrency <autumn> & \u{7}more".to_owned(),
        out_of: Points(2000),
        columns,
        rows: vec![right, hostile, withheld, absent],
        warnings: vec!["The extra time of `s9999` applies to nobody.".to_owned()],
    }
}

/// A roster of this class. The hostile learner's keys are as hostile.
pub fn roster() -> Roster {
    let text = "id,name,canvas_id,email\n\
                ada,Ada Lovelace,101,ada@example.org\n\
                007,,103,\n\
                bob,Bob,104,bob@example.org\n\
                -evil,Eve,1e9,=evil@example.org\n";
    Roster::parse("roster.csv", text.as_bytes()).unwrap()
}

pub fn row(learner: &str, name: &str, marks: Vec<Cell>) -> Row {
    let known = marks.iter().map(|cell| match cell {
        Cell::NothingHandedIn => 0,
        Cell::Withheld(withheld) => withheld.at_least.0,
        Cell::Mark(mark) => mark.points.0,
    });
    let known = Points(known.sum());
    let is_open = marks.iter().any(|cell| matches!(cell, Cell::Withheld(_)));
    Row {
        learner: LearnerId(learner.to_owned()),
        name: name.to_owned(),
        marks,
        total: if is_open {
            Total::AtLeast(known)
        } else {
            Total::Final(known)
        },
        told_early: Vec::new(),
    }
}

fn hostile(columns: &[Column]) -> Row {
    let said = |test: Option<&TestId>| {
        let mut said = race(&columns[0].tests[1].test, &format!("lost{EVIL}"));
        said.cause = format!("Your code is wrong.{EVIL}");
        said.next_step = format!("Mend it.{EVIL}");
        said.evidence = Evidence {
            test: test.cloned(),
            story: Some(format!("  main T1{EVIL}")),
            picture: Some(format!("<svg>{EVIL}</svg>")),
            errors: Some(1),
            complete: Some(false),
            threads: vec![ThreadState {
                name: format!("thread `{EVIL}`"),
                doing: "waiting for a lock".to_owned(),
            }],
            ..said.evidence
        };
        said
    };
    let first = &columns[0].tests[1].test;
    let mut wrong = mark("-evil", &columns[0], said(Some(first)), &[1, 2, 3]);
    wrong.steps.push(format!("By hand.{EVIL}"));
    wrong.late_by = 7200;
    wrong.points = Points(180);
    let mut compile_error = mark("-evil", &columns[1], said(None), &[0, 1, 2, 3]);
    let ruling = Arc::make_mut(&mut compile_error.ruling);
    ruling.report.verdict.kind = VerdictKind::CompileError;
    ruling.report.tests.clear();
    ruling.report.notes.push(format!("A note.{EVIL}"));
    ruling.submitted = None;
    ruling.vouched = None;
    row(
        "-evil",
        EVIL_NAME,
        vec![Cell::Mark(wrong), Cell::Mark(compile_error)],
    )
}

/// The grader failed in one test, and the others were not run.
fn withheld(column: &Column, at_least: Points) -> Withheld {
    let test = column.tests[1].test.clone();
    let cause = "The checker itself failed. This says nothing about your code.";
    let mut said = verdict(VerdictKind::GraderError, cause, Evidence::default());
    said.evidence.test = Some(test.clone());
    let result = TestResult {
        test: test.clone(),
        verdict: said.clone(),
        millis: 1250,
    };
    Withheld {
        why: WhyWithheld::GraderError { test: Some(test) },
        at_least,
        steps: vec!["The grader failed.".to_owned()],
        ruling: Arc::new(ruling("bob", &column.exercise, said, vec![result])),
    }
}

/// Every test passed, and still the mark is withheld.
fn contradiction(column: &Column) -> Withheld {
    let Mark { ruling, .. } = mark("bob", column, passed(None), &[]);
    Withheld {
        why: WhyWithheld::Contradiction,
        at_least: Points(250),
        steps: Vec::new(),
        ruling,
    }
}

/// What `write` writes, as text.
pub fn written<E: std::fmt::Debug>(write: impl FnOnce(&mut Vec<u8>) -> Result<(), E>) -> String {
    let mut out = Vec::new();
    write(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// No terminal obeys `text`, and nobody is deceived by it.
pub fn assert_inert(text: &str) {
    let harmful = |c: &char| {
        c.is_control() && !matches!(c, '\n' | '\t')
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
    };
    assert_eq!(text.chars().find(harmful), None);
}
