//! What every command that judges does: a jail, a judge, a session in the ledger.

use std::env;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::thread::available_parallelism;

use classroom::grading::{Grading, Progress, Task};
use classroom::ledger::{Ledger, Session, SessionId};
use classroom::marks::{Problem, Rules, RulesError};
use course::Course;
use jiff::Timestamp;
use judge::jail::{Jail, Level};
use judge::{Cancel, Config, Judge};

use crate::args::Judging;
use crate::failure::{Exit, Failure, Result};
use crate::screen::Screen;

/// The workbook that this is started in.
pub fn course() -> Result<Course> {
    let here = env::current_dir().map_err(|error| {
        Failure::grader(format!("there is no current folder: {error}"), "Go to one.")
    })?;
    Ok(Course::discover(here)?)
}

/// The packages of the exercises that are asked for.
pub fn exercises(course: &Course, asked: &Judging) -> Result<Vec<String>> {
    let mut packages = Vec::new();
    for name in &asked.exercises {
        packages.push(course.find(name)?.package.clone());
    }
    Ok(packages)
}

/// Everything that judging needs, ready.
pub struct Bench<'a> {
    course: &'a Course,
    judge: Judge,
    hidden: Option<PathBuf>,
    asked: &'a Judging,
    pub session: SessionId,
    cancel: Cancel,
}

impl<'a> Bench<'a> {
    /// Finds the jail, gets the judge ready, and begins a session.
    pub fn prepare(
        course: &'a Course,
        ledger: &Ledger,
        rules: &Rules,
        asked: &'a Judging,
    ) -> Result<Self> {
        let jail = jail(asked, rules)?;
        let hidden = rules
            .hidden_tests
            .as_ref()
            .map(|tests| tests.folder.clone());
        let hidden = asked.hidden.clone().or(hidden);
        if let Some(hidden) = &hidden
            && !hidden.is_dir()
        {
            return Err(Failure::usage(
                format!("there is no folder {}", hidden.display()),
                "Name the folder with the hidden tests, such as `hidden/ex16_lost_update/tests`'s \
                 `hidden`.",
            ));
        }
        let jobs = jobs(asked);
        let mut config = Config::default();
        config.jobs = jobs;
        config.eager = false;
        config.reuse = false;
        config.pictures = true;
        config.jail = Some(jail);
        let walls = config.walls_in_full();
        let judge = Judge::prepare(course, config, &mut |_| {
            anstream::eprintln!("Building the explorer. This happens once.");
        })?;
        let session = ledger.begin(&Session {
            command: command(),
            started: Timestamp::now(),
            jail: walls,
            toolchain: judge.toolchain().to_owned(),
            course: judge.ground(),
        })?;
        let cancel = Cancel::new();
        let on_interrupt = cancel.clone();
        ctrlc::set_handler(move || on_interrupt.cancel()).map_err(|error| {
            Failure::grader(
                format!("signals cannot be caught: {error}"),
                "Try again; if it stays, restart the machine.",
            )
        })?;
        Ok(Self {
            course,
            judge,
            hidden,
            asked,
            session,
            cancel,
        })
    }

    /// Judges, shows how far it is, and sums up.
    pub fn judge(&self, ledger: Ledger, tasks: Vec<Task>, again: bool) -> Result<Exit> {
        let grading = Grading {
            course: self.course,
            judge: &self.judge,
            hidden: self.hidden.as_deref(),
            // One more than programs run at a time: while one judgement lays out its files or
            // reads what was said, another keeps the processors busy.
            jobs: jobs(self.asked) + 1,
            again,
        };
        let screen = Mutex::new(Screen::new(self.asked.format));
        let notice = |progress: Progress<'_>| {
            let mut screen = screen.lock().unwrap_or_else(PoisonError::into_inner);
            screen.show(progress);
        };
        let path = ledger.path().to_path_buf();
        let ledger = Mutex::new(ledger);
        let tally = grading.run(&ledger, self.session, tasks, &self.cancel, &notice)?;
        let screen = screen.into_inner().unwrap_or_else(PoisonError::into_inner);
        screen.sum_up(&tally, &path, &self.judge.config().walls_in_full());
        Ok(if tally.interrupted {
            Exit::Interrupted
        } else if tally.faults > 0 {
            Exit::Look
        } else {
            Exit::Done
        })
    }
}

fn jobs(asked: &Judging) -> usize {
    match asked.jobs {
        Some(jobs) => jobs.into(),
        None => available_parallelism().map_or(1, usize::from),
    }
}

/// The jail that is asked for, or the strongest. Never one that is weaker than required.
fn jail(asked: &Judging, rules: &Rules) -> Result<Jail> {
    const ADVICE: &str = "Install bubblewrap (Debian and Ubuntu: `sudo apt install bubblewrap`), or \
                          use Linux 5.19 or newer. `checker grade --help` tells how to choose.";
    let jail = match asked.jail {
        Some(level) => Jail::probe(level).map_err(|no| Failure::usage(no.to_string(), ADVICE))?,
        None => Jail::strongest().map_err(|missing| {
            let why: Vec<_> = missing.iter().map(ToString::to_string).collect();
            Failure::usage(
                format!("there is no jail on this machine: {}", why.join("; ")),
                ADVICE,
            )
        })?,
    };
    let required = match &rules.require_jail {
        None => None,
        Some(word) => Some(word.value.parse::<Level>().map_err(|error| {
            let problem = Problem {
                place: Some(word.place),
                what: error.to_string(),
                advice: "Name one of the two.".to_owned(),
            };
            Failure::from(RulesError::new(&rules.file, problem))
        })?),
    };
    match asked.require_jail.max(required) {
        Some(least) if jail.level() < least => Err(Failure::usage(
            format!(
                "the jail `{}` is weaker than `{least}`, which is required",
                jail.level()
            ),
            ADVICE,
        )),
        _ => Ok(jail),
    }
}

/// The command as typed, without what is in front of the program's name.
fn command() -> String {
    let words: Vec<_> = env::args_os()
        .skip(1)
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    words.join(" ")
}
