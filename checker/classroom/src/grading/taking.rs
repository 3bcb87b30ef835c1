//! A class, written into the ledger.

use std::collections::BTreeMap;
use std::fmt::Display;

use course::Course;

use crate::ledger::{HandIn, Ledger, LedgerError, SessionId};
use crate::record::LearnerId;
use crate::{Class, ContentHash, IntakeError, Roster, Submission};

/// Someone whose work is graded.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pupil {
    /// What marks call them.
    pub learner: LearnerId,
    /// Their name, for people to read. May be empty.
    pub name: String,
}

/// What came of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// Those of the roster, or everyone who handed something in.
    pub pupils: Vec<Pupil>,
    /// People of the roster of whom nothing was found.
    pub absent: Vec<Pupil>,
    /// Those of whom the roster knows nothing. They are graded all the same.
    pub unmatched: Vec<Pupil>,
    /// Submissions that were found.
    pub submissions: usize,
    /// Files that were refused, over all submissions.
    pub refused: usize,
}

/// Why a class could not be taken in. `Display` says what is wrong.
#[derive(Debug, thiserror::Error)]
pub enum TakingError {
    /// The ledger cannot be written.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// What was handed in cannot be read any more.
    #[error(transparent)]
    Intake(#[from] IntakeError),
}

/// Writes `class` into the ledger, all of it or nothing. With a roster, learners are called
/// as it says; those it does not know are called by what the source knows them by.
///
/// # Errors
/// When the ledger cannot be written, or a text cannot be read from where it waited.
pub fn take_in(
    ledger: &Ledger,
    session: SessionId,
    course: &Course,
    class: Class,
    roster: Option<&Roster>,
) -> Result<TakenIn, TakingError> {
    let mut taken = TakenIn {
        submissions: class.submissions.len(),
        ..TakenIn::default()
    };
    let packages: BTreeMap<u32, &str> = course
        .exercises()
        .iter()
        .map(|exercise| (exercise.number, exercise.package.as_str()))
        .collect();
    let (mut known, unknown) = (Vec::new(), class.submissions);
    let mut unmatched = unknown;
    if let Some(roster) = roster {
        let enrolment = roster.enrol(std::mem::take(&mut unmatched));
        let names: BTreeMap<_, _> = roster
            .people()
            .iter()
            .map(|person| (&person.id, &person.name))
            .collect();
        for one in enrolment.enrolled {
            let name = names.get(&one.id).map_or("", |name| name.as_str());
            known.push((pupil(one.id.as_str(), name), one.submission));
        }
        unmatched = enrolment.unmatched;
        taken.pupils = roster
            .people()
            .iter()
            .map(|person| pupil(person.id.as_str(), &person.name))
            .collect();
        taken.absent = enrolment
            .absent
            .iter()
            .map(|person| pupil(person.id.as_str(), &person.name))
            .collect();
    }
    let strangers: Vec<_> = unmatched
        .into_iter()
        .map(|submission| (stranger(&submission), submission))
        .collect();
    let mut others: Vec<_> = strangers.iter().map(|(pupil, _)| pupil.clone()).collect();
    others.sort();
    others.dedup_by(|a, b| a.learner == b.learner);
    if roster.is_some() {
        taken.unmatched.clone_from(&others);
    }
    taken.pupils.extend(others);
    ledger.all_at_once(|ledger| -> Result<(), TakingError> {
        for what in class_notes(&class.notes, &class.ignored, &class.refused) {
            ledger.note(session, None, &what)?;
        }
        for pupil in &taken.pupils {
            ledger.enrol(session, &pupil.learner, &pupil.name)?;
        }
        for (pupil, submission) in known.into_iter().chain(strangers) {
            taken.refused += submission.refused.len();
            write(ledger, session, &packages, &pupil, &submission)?;
        }
        Ok(())
    })?;
    Ok(taken)
}

fn pupil(id: &str, name: &str) -> Pupil {
    Pupil {
        learner: LearnerId(id.to_owned()),
        name: name.to_owned(),
    }
}

/// Someone whom no roster names.
fn stranger(submission: &Submission) -> Pupil {
    let learner = &submission.learner;
    let id = match learner.surest() {
        // A folder is called as it is. It says more than "folder ada".
        crate::Key::Folder(name) => {
            let shown = name.to_string();
            if name.to_str() == Some(&*shown) {
                shown
            } else {
                // Two names may be shown alike where something had to be left out.
                let digest = ContentHash::of(name.as_bytes()).to_string();
                format!("{shown} #{}", &digest[..8])
            }
        }
        key => key.to_string(),
    };
    pupil(&id, &learner.name.to_string())
}

fn write(
    ledger: &Ledger,
    session: SessionId,
    packages: &BTreeMap<u32, &str>,
    pupil: &Pupil,
    submission: &Submission,
) -> Result<(), TakingError> {
    for (number, work) in &submission.work {
        let Some(package) = packages.get(number) else {
            continue;
        };
        let source = work
            .lib()
            .map(|file| Ok((file.hash().to_string(), file.text()?)))
            .transpose()
            .map_err(IntakeError::NoRoom)?;
        if let Some((hash, text)) = &source {
            ledger.keep_source(hash, text)?;
        }
        let hand_in = HandIn {
            learner: pupil.learner.clone(),
            exercise: (*package).to_owned(),
            attempt: submission.attempt.number(),
            submitted: submission.time.map(|time| time.at),
            vouched: submission.time.map(|time| time.vouched),
            work: work.hash().to_string(),
            source: source.map(|(hash, _)| hash),
            origin: format!(
                "{}, {}",
                submission.origin.argument.display(),
                submission.origin.place
            )
            .trim_end_matches(", ")
            .to_owned(),
        };
        ledger.hand_in(session, &hand_in)?;
    }
    let learner = Some(&pupil.learner);
    for what in submission
        .notes
        .iter()
        .cloned()
        .chain(lines("Left out", &submission.ignored))
        .chain(lines("Refused", &submission.refused))
    {
        ledger.note(session, learner, &what)?;
    }
    Ok(())
}

fn class_notes(
    notes: &[crate::Note],
    ignored: &[crate::Ignored],
    refused: &[crate::Refused],
) -> Vec<String> {
    notes
        .iter()
        .map(|note| format!("{}: {} {}", note.source.display(), note.what, note.advice))
        .chain(lines("Left out", ignored))
        .chain(lines("Refused", refused))
        .collect()
}

/// So many entries are listed one by one.
const LISTED: usize = 100;

fn lines<T: Display>(what: &str, all: &[T]) -> Vec<String> {
    let mut lines: Vec<_> = all
        .iter()
        .take(LISTED)
        .map(|one| format!("{what}: {one}"))
        .collect();
    if all.len() > LISTED {
        lines.push(format!("{what}: {} more", all.len() - LISTED));
    }
    lines
}
