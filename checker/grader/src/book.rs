//! From the ledger and the rules to the gradebook.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use classroom::Roster;
use classroom::ledger::{Depth, Ledger, Narrow};
use classroom::marks::{Examined, Listed, Rules, Scheme};
use classroom::record::{Gradebook, LearnerId};
use course::{Course, Exercise, TestId};
use jiff::Timestamp;

use crate::failure::{Failure, Result};

/// The file that is taken for the rules of the class if none is named.
const RULES: &str = "classroom.toml";

/// The rules: those in `named`, or in `classroom.toml` if there is one, or none.
pub fn rules(named: Option<&Path>) -> Result<Rules> {
    match named {
        Some(file) => Ok(Rules::read(file)?),
        None if Path::new(RULES).is_file() => Ok(Rules::read(RULES)?),
        None => Ok(Rules::parse(RULES, b"title = \"Class\"\n")?),
    }
}

/// The roster: the one that is named, or the one that the rules name.
pub fn roster(named: Option<&PathBuf>, rules: &Rules) -> Result<Option<Roster>> {
    let file = named.or(rules.roster.as_ref());
    Ok(file.map(Roster::read).transpose()?)
}

/// Reckons the marks of everyone in the ledger and in the roster.
pub fn reckon(
    course: &Course,
    ledger: &Ledger,
    class: Option<&Path>,
    roster: Option<&PathBuf>,
    depth: Depth,
) -> Result<Gradebook> {
    let rules = rules(class)?;
    let roster = self::roster(roster, &rules)?;
    let hidden = rules.hidden_tests.as_ref().map(|tests| &*tests.folder);
    let mut examined = Vec::new();
    for exercise in course.exercises() {
        if let Some(one) = examine(course, ledger, exercise, hidden)? {
            examined.push(one);
        }
    }
    let scheme = Scheme::new(&rules, &examined)?;
    let mut rulings = Vec::new();
    ledger.newest(&Narrow::default(), depth, |ruling| {
        rulings.push(Arc::new(ruling));
    })?;
    let people = people(ledger, roster.as_ref())?;
    let mut gradebook = scheme.gradebook(&people, &rulings, Timestamp::now());
    // What nobody handed in yet, and no rule speaks of, is no column.
    if rules.exercises.is_none() {
        keep_used(&mut gradebook);
    }
    Ok(gradebook)
}

/// What an exercise's tests are worth. `None`: its stub was not judged yet, which happens
/// with the first hand-in for it.
fn examine(
    course: &Course,
    ledger: &Ledger,
    exercise: &Exercise,
    hidden: Option<&Path>,
) -> Result<Option<Examined>> {
    let Some((_, stub)) = ledger.stub(&exercise.package)? else {
        return Ok(None);
    };
    let own = course.pristine(exercise);
    let secret: Vec<TestId> = match hidden {
        Some(folder) if folder.join(exercise.folder()).is_dir() => {
            own.with_tests_of(folder.join(exercise.folder())).tests()?
        }
        _ => Vec::new(),
    };
    let examined = Examined::new(exercise, &own.tests()?, &secret, &stub).map_err(|error| {
        Failure::usage(
            format!("{}: {error}", exercise.package),
            "Grade again, so that its stub is judged with the tests as they are now.",
        )
    })?;
    Ok(Some(examined))
}

/// The roster's people, and then whoever else is in the ledger.
fn people(ledger: &Ledger, roster: Option<&Roster>) -> Result<Vec<Listed>> {
    let mut people: Vec<_> = roster
        .into_iter()
        .flat_map(Roster::people)
        .map(|person| Listed {
            learner: LearnerId(person.id.as_str().to_owned()),
            name: person.name.clone(),
        })
        .collect();
    for (learner, name) in ledger.learners()? {
        if !people.iter().any(|listed| listed.learner == learner) {
            people.push(Listed { learner, name });
        }
    }
    Ok(people)
}

fn keep_used(book: &mut Gradebook) {
    let used: Vec<bool> = (0..book.columns.len())
        .map(|at| book.rows.iter().any(|row| row.marks[at].ruling().is_some()))
        .collect();
    let keep = |at: usize| used.get(at).copied().unwrap_or(true);
    let mut at = 0;
    book.columns.retain(|_| {
        at += 1;
        keep(at - 1)
    });
    for row in &mut book.rows {
        let mut at = 0;
        row.marks.retain(|_| {
            at += 1;
            keep(at - 1)
        });
    }
    book.out_of.0 = book.columns.iter().map(|column| column.out_of.0).sum();
}
