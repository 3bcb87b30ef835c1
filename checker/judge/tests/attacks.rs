//! Attacks on the judge, each with an honest twin, in every jail that the machine has.
//!
//! `attacks/PRINCIPLE/NAME.rs` is a learner's file that attacks; it says in its header
//! which exercise it is for and which verdicts it may get. A verdict that passes is never
//! among them. `attacks/PRINCIPLE/NAME.twin.rs` looks like it, is right, and must get
//! full marks. Besides, the reference solution of every exercise must pass.
//!
//! With `CI` in the environment both levels must be there; elsewhere a level that the
//! machine lacks is left out, and said to be.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use course::{Course, Exercise, VerdictKind};
use judge::jail::{Jail, Level, enter_if_asked};
use judge::{Cancel, Config, Judge, Mode, Report, Request, Source};
use libtest_mimic::{Arguments, Failed, Trial};

/// So many exercises, the first ones, are tried with their references. Behind walls a
/// verdict takes as long as without, and the truth table has them all.
const REFERENCES: usize = 17;

/// So many are judged at a time.
const AT_A_TIME: usize = 4;

fn main() -> ExitCode {
    enter_if_asked();
    let mut arguments = Arguments::from_args();
    // Most attacks wait for their deadline, and need no processor for that.
    arguments.test_threads.get_or_insert(AT_A_TIME);
    match trials() {
        Ok(trials) => libtest_mimic::run(&arguments, trials).exit_code(),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// What the trials of one level share.
struct Court {
    course: Arc<Course>,
    judge: Judge,
}

/// A file of the corpus.
struct Attack {
    /// `PRINCIPLE::NAME`
    name: String,
    exercise: String,
    /// The verdicts that it may get.
    expected: Vec<VerdictKind>,
    /// What must be nowhere in the report.
    canaries: Vec<String>,
    text: String,
    twin: Option<String>,
}

fn trials() -> Result<Vec<Trial>, String> {
    let course = Course::discover(env!("CARGO_MANIFEST_DIR"))
        .map_err(|error| format!("{error}\n{}", error.advice()))?;
    let course = Arc::new(course);
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/attacks");
    let attacks = read(&corpus)?;
    let mut trials = Vec::new();
    for level in Level::ALL {
        let jail = match Jail::probe(level) {
            Ok(jail) => jail,
            Err(no) if std::env::var_os("CI").is_some() => return Err(no.to_string()),
            Err(no) => {
                eprintln!("Left out: {no}.");
                continue;
            }
        };
        let mut config = Config::default();
        config.jobs = AT_A_TIME;
        config.eager = false;
        config.reuse = false;
        config.jail = Some(jail);
        // Endless things end here; the honest ones need a fraction of a second.
        config.compile_deadline = Duration::from_secs(10);
        config.test_deadline = Duration::from_secs(5);
        let judge = Judge::prepare(&course, config, &mut |_| {
            eprintln!("Building the explorer. This happens once.");
        })
        .map_err(|error| format!("{error}\n{}", error.advice()))?;
        let court = Arc::new(Court {
            course: Arc::clone(&course),
            judge,
        });
        for exercise in course.exercises().iter().take(REFERENCES) {
            trials.push(reference(level, &court, exercise));
        }
        for attack in &attacks {
            trials.extend(both(level, &court, attack));
        }
    }
    Ok(trials)
}

fn reference(level: Level, court: &Arc<Court>, exercise: &Exercise) -> Trial {
    let court = Arc::clone(court);
    let exercise = exercise.clone();
    let name = format!("{level}::reference::{}", exercise.package);
    Trial::test(name, move || {
        let file = court.course.root().join(course::SOLUTIONS);
        let file = file.join(exercise.folder()).join("lib.rs");
        passes(&court.judge(&exercise, &Source::File(file)))
    })
}

/// The trials of an attack and of its twin.
fn both(level: Level, court: &Arc<Court>, attack: &Attack) -> Vec<Trial> {
    let find = |court: &Court, package: &str| -> Result<Exercise, Failed> {
        let exercises = court.course.exercises();
        let found = exercises
            .iter()
            .find(|exercise| exercise.package == package);
        Ok(found.ok_or("there is no such exercise")?.clone())
    };
    let mut trials = Vec::new();
    let (exercise, text) = (attack.exercise.clone(), attack.text.clone());
    let (expected, canaries) = (attack.expected.clone(), attack.canaries.clone());
    let shared = Arc::clone(court);
    let name = format!("{level}::{}", attack.name);
    trials.push(Trial::test(name, move || {
        let exercise = find(&shared, &exercise)?;
        let report = shared.judge(&exercise, &Source::Text(text));
        fails(&report, &expected, &canaries)
    }));
    if let Some(twin) = attack.twin.clone() {
        let (exercise, shared) = (attack.exercise.clone(), Arc::clone(court));
        let name = format!("{level}::{}::twin", attack.name);
        trials.push(Trial::test(name, move || {
            let exercise = find(&shared, &exercise)?;
            passes(&shared.judge(&exercise, &Source::Text(twin)))
        }));
    }
    trials
}

impl Court {
    /// Judges with the exercise's tests, as if learners did not have them.
    fn judge(&self, exercise: &Exercise, source: &Source) -> Report {
        let tests = self.course.pristine(exercise);
        let tests = tests.with_tests_of(&exercise.dir);
        assert!(tests.is_secret());
        let request = Request {
            exercise,
            source,
            tests: &tests,
            mode: Mode::FirstFailure,
        };
        let report = self.judge.judge(&request, &Cancel::new());
        report.expect("nobody cancels it")
    }
}

fn passes(report: &Report) -> Result<(), Failed> {
    if report.verdict.is_pass() {
        return Ok(());
    }
    Err(told(report).into())
}

fn fails(report: &Report, expected: &[VerdictKind], canaries: &[String]) -> Result<(), Failed> {
    if !expected.contains(&report.verdict.kind) {
        return Err(told(report).into());
    }
    let shown = serde_json::to_string(report).map_err(|error| error.to_string())?;
    match canaries.iter().find(|canary| shown.contains(*canary)) {
        Some(canary) => Err(format!("`{canary}` got out: {}", told(report)).into()),
        None => Ok(()),
    }
}

fn told(report: &Report) -> String {
    let verdict = &report.verdict;
    let evidence = format!("{:?}", verdict.evidence);
    let evidence: String = evidence.chars().take(1000).collect();
    format!("{}: {}\n{evidence}", verdict.kind, verdict.cause)
}

/// Reads the corpus, in the order of names.
fn read(corpus: &Path) -> Result<Vec<Attack>, String> {
    let mut attacks = Vec::new();
    for principle in entries(corpus)?.into_iter().filter(|path| path.is_dir()) {
        for file in entries(&principle)? {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            let is_attack = name.ends_with(".rs") && !name.ends_with(".twin.rs");
            if is_attack {
                attacks.push(Attack::read(&principle, &file)?);
            }
        }
    }
    Ok(attacks)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut paths: Vec<_> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    Ok(paths)
}

impl Attack {
    fn read(principle: &Path, file: &Path) -> Result<Self, String> {
        let broken = |what: &str| format!("{}: {what}", file.display());
        let text = fs::read_to_string(file).map_err(|e| broken(&e.to_string()))?;
        let header = |word: &str| -> Vec<String> {
            let start = format!("//! {word}:");
            text.lines()
                .filter_map(|line| line.strip_prefix(&start))
                .map(|rest| rest.trim().to_owned())
                .collect()
        };
        let one = |word: &str| {
            let mut found = header(word);
            found
                .pop()
                .ok_or_else(|| broken(&format!("has no line `//! {word}: ...`")))
        };
        one("attack")?;
        let expected: Vec<VerdictKind> = one("expect")?
            .split('|')
            .map(|word| word.trim().parse::<VerdictKind>())
            .collect::<Result<_, _>>()
            .map_err(|error| broken(&error.to_string()))?;
        if expected.iter().any(|kind| kind.is_pass()) {
            return Err(broken("no attack may pass"));
        }
        let stem = |path: &Path| {
            let stem = path.file_stem().unwrap_or_default();
            stem.to_string_lossy().into_owned()
        };
        let twin = file.with_extension("twin.rs");
        Ok(Self {
            name: format!("{}::{}", stem(principle), stem(file)),
            exercise: one("exercise")?,
            expected,
            canaries: header("canary"),
            twin: fs::read_to_string(twin).ok(),
            text,
        })
    }
}
