//! `grade`: what a class handed in is judged.

use std::path::Path;

use classroom::export::gradescope_results;
use classroom::grading::{TakenIn, Task, take_in};
use classroom::ledger::{Depth, Ledger, Narrow};
use classroom::report::{Feedback, Pictures};
use classroom::{Catalogue, Intake, Limits};

use course::Course;
use jiff::tz::TimeZone;

use super::session::{self, Bench};
use crate::args::Grade;
use crate::book;
use crate::failure::{Exit, Failure, Result};
use crate::files::write_whole;

pub fn run(path: &Path, asked: &Grade) -> Result<Exit> {
    let course = session::course()?;
    let narrow = Narrow {
        exercises: session::exercises(&course, &asked.judging)?,
        ..Narrow::default()
    };
    // What the instructor gave is read first: a mistake in it leaves no trace.
    let rules = book::rules(asked.class.class.as_deref())?;
    let roster = book::roster(asked.class.roster.as_ref(), &rules)?;
    let class = if asked.resume {
        None
    } else {
        let intake = Intake::new(Catalogue::of(&course), Limits::default());
        Some(intake.read(&asked.sources)?)
    };
    let ledger = Ledger::create(path)?;
    let bench = Bench::prepare(&course, &ledger, &rules, &asked.judging)?;
    if let Some(class) = class {
        let taken = take_in(&ledger, bench.session, &course, class, roster.as_ref())?;
        tell(&taken);
    }
    let tasks: Vec<_> = ledger
        .hand_ins(&narrow)?
        .into_iter()
        .filter(|(_, hand_in)| asked.shard.is_none_or(|shard| shard.holds(&hand_in.work)))
        .map(|(id, hand_in)| Task { id, hand_in })
        .collect();
    let exit = bench.judge(ledger, tasks, false)?;
    if exit != Exit::Interrupted {
        tell_elsewhere(&course, path, asked)?;
    }
    Ok(exit)
}

/// Writes what a platform or a workflow waits for.
fn tell_elsewhere(course: &Course, path: &Path, asked: &Grade) -> Result<()> {
    if asked.gradescope.is_none() && asked.summary.is_none() {
        return Ok(());
    }
    let ledger = Ledger::open_read_only(path)?;
    let class = asked.class.class.as_deref();
    let roster = asked.class.roster.as_ref();
    let book = book::reckon(course, &ledger, class, roster, Depth::Whole)?;
    if let Some(file) = &asked.gradescope {
        let [row] = &book.rows[..] else {
            return Err(Failure::usage(
                format!(
                    "Gradescope's results are of one learner, and {} are in {}",
                    book.rows.len(),
                    path.display()
                ),
                "Grade one learner's folder into a ledger of its own.",
            ));
        };
        let mut text = Vec::new();
        gradescope_results(&book, row, &mut text)
            .map_err(|error| Failure::grader(error.to_string(), error.advice()))?;
        write_whole(file, |out| out.write_all(&text))?;
    }
    if let Some(file) = &asked.summary {
        write_whole(file, |out| {
            for row in &book.rows {
                let feedback = Feedback::new(&book, row, &TimeZone::UTC);
                out.write_all(feedback.markdown(Pictures::LeftOut).as_bytes())?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn tell(taken: &TakenIn) {
    let count = |number: usize, one: &str| match number {
        1 => format!("1 {one}"),
        number => format!("{number} {one}s"),
    };
    anstream::eprintln!(
        "Took in {} of {}.",
        count(taken.submissions, "submission"),
        count(taken.pupils.len(), "learner")
    );
    if taken.refused > 0 {
        anstream::eprintln!(
            "{} refused. `checker explain LEARNER` says which and why.",
            match taken.refused {
                1 => "1 file was".to_owned(),
                more => format!("{more} files were"),
            }
        );
    }
    for (people, what) in [
        (&taken.absent, "handed in nothing"),
        (&taken.unmatched, "not in the roster, graded all the same"),
    ] {
        const SHOWN: usize = 10;
        let names: Vec<_> = people
            .iter()
            .take(SHOWN)
            .map(|pupil| pupil.learner.to_string())
            .collect();
        let more = match people.len().saturating_sub(SHOWN) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        if !names.is_empty() {
            anstream::eprintln!("{}: {}{more}.", capital(what), names.join(", "));
        }
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
