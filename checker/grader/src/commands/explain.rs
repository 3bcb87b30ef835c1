//! `explain`: everything that a mark rests on.

use std::path::Path;

use classroom::export::safe;
use classroom::ledger::{Depth, Ledger, Past};
use classroom::record::Cell;
use course::Course;

use super::session;
use crate::args::Explain;
use crate::book;
use crate::failure::{Exit, Failure, Result};

pub fn run(path: &Path, asked: &Explain) -> Result<Exit> {
    let course = session::course()?;
    let ledger = Ledger::open_read_only(path)?;
    let exercise = course.find(&asked.exercise)?;
    let all = ledger
        .everything(&asked.learner, &exercise.package)?
        .ok_or_else(|| {
            Failure::usage(
                format!("the ledger knows no learner `{}`", asked.learner),
                "See how the learner is spelt with `checker marks`.",
            )
        })?;
    anstream::println!("{} ({})", safe::line(&all.learner.0), exercise.package);
    if !all.name.is_empty() && all.name != all.learner.0 {
        anstream::println!("Name: {}", safe::line(&all.name));
    }
    mark(&course, &ledger, asked, &exercise.package)?;
    anstream::println!("\nHanded in");
    for found in &all.hand_ins {
        let counts = if found.counts {
            ""
        } else {
            " (does not count)"
        };
        anstream::println!(
            "  attempt {}{counts}: content {}",
            found.hand_in.attempt,
            found.hand_in.work
        );
        for fact in found.facts() {
            let when = fact.first.handed_in().map_or_else(
                || "at an unknown time".to_owned(),
                |handed_in| format!("{}{}", handed_in.at, handed_in.by_whom()),
            );
            anstream::println!(
                "    handed in {when}; found in {} by {}",
                safe::line(&fact.first.origin),
                sessions(fact.sessions)
            );
        }
    }
    if all.hand_ins.is_empty() {
        anstream::println!("  nothing");
    }
    if !all.notes.is_empty() {
        anstream::println!("\nNoted");
        for note in &all.notes {
            anstream::println!("  {} ({})", safe::line(&note.what), sessions(note.sessions));
        }
    }
    anstream::println!("\nRulings, the oldest first");
    for past in &all.rulings {
        ruling(past);
    }
    let counting = all.rulings.iter().rev().find(|past| past.counts);
    if let Some(past) = counting {
        let report = &past.ruling.report;
        if let Some(story) = &report.verdict.evidence.story {
            anstream::println!(
                "\nThe story of the verdict that counts\n{}",
                safe::block(story)
            );
        }
        replay(&exercise.package, past);
    }
    if asked.source {
        for (hash, text) in &all.sources {
            anstream::println!("\nThe file {hash}\n{}", safe::block(text));
        }
    }
    Ok(Exit::Done)
}

fn sessions(count: usize) -> String {
    match count {
        1 => "1 session".to_owned(),
        count => format!("{count} sessions"),
    }
}

/// How the mark was reckoned.
fn mark(course: &Course, ledger: &Ledger, asked: &Explain, package: &str) -> Result<()> {
    let class = asked.class.class.as_deref();
    let roster = asked.class.roster.as_ref();
    let book = book::reckon(course, ledger, class, roster, Depth::Gist)?;
    let row = book.rows.iter().find(|row| row.learner.0 == asked.learner);
    let column = book.columns.iter().position(|one| one.exercise == package);
    let (Some(row), Some(at)) = (row, column) else {
        anstream::println!("Mark: none. The exercise is not marked.");
        return Ok(());
    };
    let steps = match &row.marks[at] {
        Cell::NothingHandedIn => {
            anstream::println!(
                "Mark: 0 of {}. Nothing was handed in.",
                book.columns[at].out_of
            );
            return Ok(());
        }
        Cell::Withheld(withheld) => {
            anstream::println!(
                "Mark: withheld, at least {}. {}",
                withheld.at_least,
                withheld.why
            );
            &withheld.steps
        }
        Cell::Mark(mark) => {
            anstream::println!("Mark: {} of {}", mark.points, mark.out_of);
            &mark.steps
        }
    };
    for step in steps {
        anstream::println!("  {}", safe::block(step));
    }
    Ok(())
}

fn ruling(past: &Past) {
    let (ruling, basis) = (&past.ruling, &past.ruling.basis);
    let verdict = &ruling.report.verdict;
    let counts = if past.counts { ", counts" } else { "" };
    anstream::println!(
        "  {}, attempt {}: {}{counts}",
        ruling.judged,
        ruling.attempt,
        verdict.kind
    );
    anstream::println!("    {}", safe::block(&verdict.cause));
    if let Some(file) = &verdict.evidence.file {
        let line = verdict.evidence.line.map(|line| format!(":{line}"));
        anstream::println!("    at {}{}", safe::block(file), line.unwrap_or_default());
    }
    for test in &ruling.report.tests {
        anstream::println!(
            "    {:<14} {}",
            test.kind().word(),
            safe::block(&test.test.to_string())
        );
    }
    anstream::println!(
        "    session `{}`, jail {}, rustc {}, course {}",
        safe::block(&past.session.command),
        basis.jail,
        basis.toolchain,
        basis.course.chars().take(16).collect::<String>()
    );
    anstream::println!("    key {}", basis.key);
}

/// How to see the failing schedule again.
fn replay(package: &str, past: &Past) {
    let evidence = &past.ruling.report.verdict.evidence;
    let again = match &evidence.token {
        Some(token) => format!("checker replay {package} {token}"),
        None => format!("checker check {package}"),
    };
    anstream::println!(
        "\nTo see it again, put the file into the exercise's folder as src/lib.rs (--source prints \
         it), and type\n  {again}"
    );
}
