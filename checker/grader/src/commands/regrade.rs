//! `regrade`: what is in the ledger is judged again.

use std::path::Path;

use classroom::grading::Task;
use classroom::ledger::{Ledger, Narrow};

use super::session::{self, Bench};
use crate::args::{Format, Regrade};
use crate::book;
use crate::failure::{Exit, Failure, Result};

pub fn run(path: &Path, asked: &Regrade) -> Result<Exit> {
    let course = session::course()?;
    let ledger = Ledger::open(path)?;
    let narrow = Narrow {
        exercises: session::exercises(&course, &asked.judging)?,
        learners: asked.learners.clone(),
        since: asked.since,
    };
    if asked.diff {
        return diff(&ledger, &narrow, asked.judging.format);
    }
    let tasks: Vec<_> = ledger
        .hand_ins(&narrow)?
        .into_iter()
        .map(|(id, hand_in)| Task { id, hand_in })
        .collect();
    if tasks.is_empty() {
        return Err(Failure::usage(
            "nothing in the ledger is meant by this",
            "See how the learner and the exercise are spelt with `checker marks`.",
        ));
    }
    let rules = book::rules(asked.class.class.as_deref())?;
    let bench = Bench::prepare(&course, &ledger, &rules, &asked.judging)?;
    bench.judge(ledger, tasks, true)
}

/// Shows which verdicts moved.
fn diff(ledger: &Ledger, narrow: &Narrow, format: Format) -> Result<Exit> {
    let moved = ledger.moved(narrow)?;
    for one in &moved {
        let (before, after) = (&one.before, &one.after);
        let passed = |ruling: &classroom::record::Ruling| {
            let tests = &ruling.report.tests;
            let passed = tests.iter().filter(|test| test.kind().is_pass()).count();
            format!(
                "{} ({passed} of {} tests)",
                ruling.report.verdict.kind,
                tests.len()
            )
        };
        if format == Format::Json {
            let line = serde_json::json!({
                "learner": after.learner,
                "exercise": after.exercise,
                "attempt": after.attempt,
                "before": before.report.verdict.kind,
                "after": after.report.verdict.kind,
                "because": one.because(),
            });
            anstream::println!("{line}");
        } else {
            anstream::println!(
                "{} {}, attempt {}: {} -> {}. Why: {}.",
                after.learner,
                after.exercise,
                after.attempt,
                passed(before),
                passed(after),
                one.because().join("; ")
            );
        }
    }
    if moved.is_empty() && format == Format::Human {
        anstream::println!("No verdict moved.");
    }
    Ok(Exit::Done)
}
