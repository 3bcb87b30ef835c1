//! Source in, verdict out.
//!
//! A [`Judge`] is prepared once: it builds the explorer and the test kit through
//! cargo, in a target folder of its own. From then on every judgement is a
//! handful of direct compiler runs and one process a test, in a fresh folder;
//! nothing in the workbook is touched. See [`Judge::judge`].

mod blame;
mod cancel;
mod cases;
mod explorer;
mod harness;
mod holes;
#[cfg(all(feature = "jail", target_os = "linux"))]
pub mod jail;
mod judgement;
mod lifetimes;
mod process;
mod program;
mod report;
mod rerun;
mod rustc;
mod seat;
mod slots;
mod source_file;
mod sworn;
pub mod table;
mod tamper;
mod toolchain;
mod tools;
#[cfg(all(feature = "jail", target_os = "linux"))]
#[doc(hidden)]
pub mod trial;
mod verdict;
mod words;
mod work;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use course::{Course, Exercise, Pristine};

pub use cancel::{Cancel, Cancelled};
pub use course::{TestId, VerdictKind};
pub use program::{NotBuilt, Prefix, Program};
pub use report::{Report, TestResult, Timings};
pub use rerun::{
    Candidate, Choice, ChoiceKind, Failure, Held, Place, Position, Replayed, Standing, State, Step,
};
pub use verdict::{Evidence, ThreadState, Verdict};

use judgement::{Clock, Judgement};
use seat::Seat;
use slots::Slots;
use tools::Tools;
use work::Work;

/// How a [`Judge`] works.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// How long one test may run.
    pub test_deadline: Duration,
    /// How long one compiler run may take.
    pub compile_deadline: Duration,
    /// How many processes run at a time, over all judgements. At least 1.
    pub jobs: usize,
    /// Whether one judgement does several things at once, some of them in vain.
    /// Right when someone waits for one verdict, wrong when many are judged.
    pub eager: bool,
    /// Whether the compiler may reuse what it built for an earlier file of the
    /// same exercise. Right when an exercise is judged again and again; a waste
    /// when each is judged once.
    pub reuse: bool,
    /// Whether a failing schedule is drawn, see [`Evidence::picture`].
    pub pictures: bool,
    /// The walls around everything that reads or runs the judged file. `None` for
    /// learners, who trust themselves.
    #[cfg(all(feature = "jail", target_os = "linux"))]
    pub jail: Option<jail::Jail>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            test_deadline: Duration::from_secs(10),
            compile_deadline: Duration::from_mins(1),
            jobs: std::thread::available_parallelism().map_or(1, usize::from),
            eager: true,
            reuse: true,
            pictures: false,
            #[cfg(all(feature = "jail", target_os = "linux"))]
            jail: None,
        }
    }
}

impl Config {
    /// The walls around the judged file, with the kernel's limits behind them. Verdicts do
    /// not differ by the latter: they end what is quicker than the watch.
    pub fn walls_in_full(&self) -> String {
        #[cfg(all(feature = "jail", target_os = "linux"))]
        if let Some(jail) = &self.jail {
            return jail.to_string();
        }
        self.walls().to_owned()
    }

    /// The name of the walls around the judged file: `none` where there are none.
    pub fn walls(&self) -> &'static str {
        #[cfg(all(feature = "jail", target_os = "linux"))]
        if let Some(jail) = &self.jail {
            return jail.level().name();
        }
        "none"
    }
}

/// What is happening while a judge is prepared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Preparing {
    /// The explorer and the test kit are being built, which takes a while. This
    /// happens once, and again after an update of the workbook or the toolchain.
    BuildingExplorer,
}

/// Why there is no judge. `Display` says what happened, [`PrepareError::advice`]
/// what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PrepareError {
    /// There is no compiler, or it does not run.
    #[error("the Rust compiler cannot be started: {0}")]
    NoCompiler(String),
    /// The explorer or the test kit does not build.
    #[error("the workbook's own tools do not build:\n{0}")]
    Build(String),
    /// It was given up.
    #[error("getting ready was given up")]
    Cancelled,
    /// A file cannot be read or written.
    #[error("cannot {action} {}: {source}", path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The system's own words.
        source: std::io::Error,
    },
}

impl PrepareError {
    /// What the reader can do about it, in one sentence.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::NoCompiler(_) => {
                "Install Rust from https://rustup.rs, open a new terminal, and try again."
            }
            Self::Build(_) => {
                "If the network was down, connect and try again; otherwise run `git status` \
                 to see whether a file of the workbook was changed or is missing."
            }
            Self::Cancelled => "Begin again whenever you like.",
            Self::Io { .. } => {
                "Make sure that the workbook's folder is writable and the disk is not full."
            }
        }
    }
}

/// The file to be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A file on disk. What is wrong with it (missing, empty, not text, ...) is
    /// part of the verdict.
    File(PathBuf),
    /// Text from elsewhere.
    Text(String),
}

impl Source {
    /// The learner's own file.
    pub fn of(exercise: &Exercise) -> Self {
        Self::File(exercise.source())
    }
}

/// How much is to be found out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// Stop at the first test that fails: it decides.
    #[default]
    FirstFailure,
    /// Run every test, whatever it says. The verdict is the same.
    Full,
    /// Run every test whose outcome is no matter of luck, for marks by test: once a
    /// schedule fails, the tests on real threads are not run, and fail as it does. The
    /// verdict is the same.
    Marks,
}

/// One thing to judge.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// The exercise.
    pub exercise: &'a Exercise,
    /// The file.
    pub source: &'a Source,
    /// The tests to judge with: [`Course::pristine`] for learners,
    /// [`Pristine::as_it_stands`] for authors.
    pub tests: &'a Pristine,
    /// How much is to be found out.
    pub mode: Mode,
}

/// Judges files. One judge serves many threads at once.
#[derive(Debug)]
pub struct Judge {
    config: Config,
    tools: Tools,
    slots: Slots,
    /// Held while a seat is looked for.
    seats: Mutex<()>,
    /// Where judgements work.
    place: PathBuf,
    /// A digest of what all verdicts rest on.
    ground: String,
}

impl Judge {
    /// Gets everything ready that judgements share. Does next to nothing when
    /// that was done before and nothing changed since; otherwise builds the
    /// explorer and the test kit, and tells `notice` first.
    ///
    /// # Errors
    /// When there is no working compiler, the tools do not build, or the target
    /// folder cannot be written to.
    pub fn prepare(
        course: &Course,
        config: Config,
        notice: &mut dyn FnMut(Preparing),
    ) -> Result<Self, PrepareError> {
        Self::prepare_unless(&Cancel::new(), course, config, notice)
    }

    /// As [`Judge::prepare`], but gives up, and ends the build, once `cancel` says so.
    ///
    /// # Errors
    /// As [`Judge::prepare`]; [`PrepareError::Cancelled`] when it was given up.
    pub fn prepare_unless(
        cancel: &Cancel,
        course: &Course,
        config: Config,
        notice: &mut dyn FnMut(Preparing),
    ) -> Result<Self, PrepareError> {
        let root = course.root();
        let tools = Tools::get(root, cancel, notice)?;
        let place = target_folder(root).join("work");
        let ground = format!(
            "{} {} {} {}",
            tools.built_from,
            tools::digest_of_judge(root)?,
            config.test_deadline.as_millis(),
            config.walls(),
        );
        Ok(Self {
            slots: Slots::new(config.jobs),
            seats: Mutex::new(()),
            config,
            tools,
            place,
            ground,
        })
    }

    /// The configuration it was prepared with.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The release of the compiler in use, such as `1.95.0`.
    pub fn toolchain(&self) -> &str {
        self.tools.toolchain.release()
    }

    /// A digest of what all verdicts rest on besides the file and its tests: explorer,
    /// test kit, judge, toolchain and walls.
    pub fn ground(&self) -> String {
        blake3::hash(self.ground.as_bytes()).to_hex().to_string()
    }

    /// A digest of everything that a verdict rests on but the file: exercise, tests, and
    /// all that [`Judge::ground`] stands for. `None` when a test cannot be read.
    pub fn ground_of(&self, exercise: &Exercise, tests: &Pristine) -> Option<String> {
        let mut digest = Digest::default();
        digest.add(self.ground.as_bytes());
        digest.add(exercise.folder().as_bytes());
        for file in tests.files().ok()? {
            digest.add(file.path.as_bytes());
            digest.add(&file.content);
        }
        Some(digest.end())
    }

    /// A digest of everything that a verdict rests on: source, tests, explorer,
    /// test kit, judge, toolchain. Same digest, same verdict. `None` when a file
    /// cannot be read: then only [`Judge::judge`] can say what is wrong.
    pub fn key(&self, request: &Request<'_>) -> Option<String> {
        let shown = request.exercise.shown_source();
        let source = source_file::read(request.source, &shown).ok()?;
        let mut digest = Digest::default();
        digest.add(self.ground_of(request.exercise, request.tests)?.as_bytes());
        digest.add(source.as_bytes());
        for edited in request.tests.edited().ok()? {
            digest.add(edited.as_bytes());
        }
        Some(digest.end())
    }

    /// Judges a file.
    ///
    /// # Errors
    /// Only when `cancel` ended it. Whatever goes wrong otherwise is a verdict,
    /// if need be [`VerdictKind::GraderError`].
    pub fn judge(&self, request: &Request<'_>, cancel: &Cancel) -> Result<Report, Cancelled> {
        let started = Instant::now();
        let mut report = match self.read_and_lay_out(request, &self.place) {
            Err(verdict) => Report::of(*verdict),
            Ok(Laid {
                source,
                tests,
                work,
            }) => {
                let judgement = Judgement {
                    config: &self.config,
                    slots: &self.slots,
                    work: &work,
                    source: &source,
                    tests: &tests,
                    mode: request.mode,
                    reports: self.tools.reports,
                    clock: Clock::default(),
                };
                let (verdict, results) = judgement.run(cancel)?;
                Report {
                    tests: results,
                    timings: judgement.clock.timings(started.elapsed()),
                    ..Report::of(verdict)
                }
            }
        };
        report.notes = notes(request);
        report.timings.total = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        Ok(report)
    }

    fn take_seat(&self, place: &Path, exercise: &Exercise) -> io::Result<Seat> {
        let _one_at_a_time = self.seats.lock().unwrap_or_else(PoisonError::into_inner);
        Seat::take(place, &exercise.folder())
    }

    /// Everything that can be said before anything is compiled.
    fn read_and_lay_out(
        &self,
        request: &Request<'_>,
        place: &Path,
    ) -> Result<Laid<'_>, Box<Verdict>> {
        let shown = request.exercise.shown_source();
        let source = source_file::read(request.source, &shown)?;
        if let Some(reach) = tamper::find(&source) {
            return Err(words::tampered(&shown, &reach).into());
        }
        if let Some(line) = static_mut(&source) {
            return Err(words::static_mut(&shown, line).into());
        }
        if let Some(line) = lifetimes::unrelated(&source) {
            return Err(words::two_lifetimes(&shown, line).into());
        }
        if let Some((hole, line)) = holes::find(&source) {
            return Err(words::hole(&shown, hole, line).into());
        }
        let tests = request
            .tests
            .tests()
            .map_err(|error| words::grader_error(None, error.to_string()))?;
        let work = self
            .take_seat(place, request.exercise)
            .map_err(|error| format!("{}: {error}", place.display()))
            .and_then(|seat| {
                Work::lay_out(
                    seat,
                    &self.tools,
                    request.exercise,
                    request.tests,
                    &source,
                    self.config.reuse,
                )
            })
            .map_err(words::no_place)?;
        Ok(Laid {
            source,
            tests,
            work,
        })
    }

    /// Judges the learner's own file of an exercise with the pristine tests.
    ///
    /// # Errors
    /// As [`Judge::judge`].
    pub fn check(
        &self,
        course: &Course,
        exercise: &Exercise,
        cancel: &Cancel,
    ) -> Result<Report, Cancelled> {
        let request = Request {
            exercise,
            source: &Source::of(exercise),
            tests: &course.pristine(exercise),
            mode: Mode::FirstFailure,
        };
        self.judge(&request, cancel)
    }
}

/// A digest of parts, each told from the next.
#[derive(Default)]
struct Digest(blake3::Hasher);

impl Digest {
    fn add(&mut self, part: &[u8]) {
        self.0.update(&(part.len() as u64).to_le_bytes());
        self.0.update(part);
    }

    fn end(&self) -> String {
        self.0.finalize().to_hex().to_string()
    }
}

/// What is there before anything is compiled.
struct Laid<'a> {
    source: String,
    tests: Vec<TestId>,
    work: Work<'a>,
}

/// What the learner should know besides the verdict.
fn notes(request: &Request<'_>) -> Vec<String> {
    let folder = request.exercise.folder();
    request
        .tests
        .edited()
        .unwrap_or_default()
        .iter()
        .map(|path| {
            format!(
                "{}/{folder}/{path} was edited. The verdict comes from the original.",
                course::EXERCISES
            )
        })
        .collect()
}

/// The folder below `root` in which the judge builds.
pub fn target_folder(root: &Path) -> PathBuf {
    root.join("target").join("judge")
}

/// The line of the first `static mut`. The explorer sees no access to one, so a
/// race on it would pass.
fn static_mut(source: &str) -> Option<u32> {
    let tokens = course::source::tokens(source);
    let found = tokens
        .windows(2)
        .find(|two| two[0].is_word("static") && two[1].is_word("mut"))?;
    Some(u32::try_from(found[0].line).unwrap_or(u32::MAX))
}
