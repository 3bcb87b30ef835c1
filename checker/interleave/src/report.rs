//! What a failure looks like: for people as a story, for tools as JSON.

use crate::engine::execution::{Execution, Raised};
use crate::engine::failure::{Crash, DataRace, Failure, Spot, Stuck, Touched};
use crate::engine::object::Place;
use crate::explore::{BODY, Coverage, Outcome, Sometime};
use crate::search::token::Token;
use crate::source::{Sources, is_of_a_test, is_std, short, shortest, tidy};
use crate::story::data::{End, Quote, Step};
use crate::story::json::Object;
use crate::story::{self, Paint, Telling};
use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::{Mutex, PoisonError};

/// The version of the JSON lines that go to the file named by the environment
/// variable `INTERLEAVE_REPORT`. It changes when a field is renamed, removed or
/// given another meaning, not when one is added.
pub const REPORT_VERSION: u32 = 2;

/// The environment variable that names the file for reports.
const REPORT: &str = "INTERLEAVE_REPORT";
/// The environment variable that names the file for a picture of the failure.
const PICTURE: &str = "INTERLEAVE_SVG";

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// The body panicked on every schedule tried.
    WrongAnswer,
    /// The body panicked on some schedules only.
    Race,
    /// No thread could go on.
    Deadlock,
    /// The threads go round without end, under a fair schedule too.
    Livelock,
    /// A `sometimes!` was met on no schedule.
    Overlocked,
    /// A real program would end here: its stack overflows, it uses memory that
    /// is not there, or it aborts.
    Crashed,
    /// The program ran into a `todo!()`.
    Incomplete,
    /// The program uses something that the explorer does not model.
    Refused,
}

impl FailureKind {
    /// The name in reports: `wrong-answer`, `race`, …
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            FailureKind::WrongAnswer => "wrong-answer",
            FailureKind::Race => "race",
            FailureKind::Deadlock => "deadlock",
            FailureKind::Livelock => "livelock",
            FailureKind::Overlocked => "overlocked",
            FailureKind::Crashed => "crashed",
            FailureKind::Incomplete => "incomplete",
            FailureKind::Refused => "refused",
        }
    }
}

/// A failed exploration.
#[derive(Clone, Debug)]
pub struct Report {
    kind: FailureKind,
    message: String,
    place: Option<Spot>,
    /// Where the body panicked, if that only followed from another panic.
    after: Option<Spot>,
    /// Of how many schedules it was the first, as a sentence.
    why: String,
    /// The program took another way when the schedule was run again.
    unsteady: bool,
    story: String,
    schedules: usize,
    executions: usize,
    /// The schedule in a few letters.
    token: Option<String>,
    /// How often it goes from one thread to another.
    switches: usize,
    telling: Telling,
}

impl Report {
    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> FailureKind {
        self.kind
    }

    /// What went wrong, in one line.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The whole story, for people.
    #[must_use]
    pub fn story(&self) -> &str {
        &self.story
    }

    /// How many schedules were run until the failure.
    #[must_use]
    pub fn schedules(&self) -> usize {
        self.schedules
    }

    /// How often the body was run until the failure: with the schedules that
    /// were cut short since they led to nothing new, and those that also switch
    /// between steps.
    #[must_use]
    pub fn executions(&self) -> usize {
        self.executions
    }

    pub(crate) fn with_executions(mut self, executions: usize) -> Report {
        self.executions = executions;
        self
    }

    /// The failing schedule in a few letters. With the environment variable
    /// `INTERLEAVE_REPLAY` set to it, [`explore`](crate::explore()) runs that very
    /// schedule once. `None` if no single schedule is to blame.
    #[must_use]
    pub fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    pub(crate) fn with_token(mut self, token: &Token, switches: usize) -> Report {
        self.token = Some(token.encode());
        self.switches = switches;
        self
    }

    /// The whole story as a picture: one SVG file that stands alone.
    #[must_use]
    pub fn svg(&self) -> String {
        story::svg(&self.telling, &self.message, self.kind.name())
    }

    pub(crate) fn overlocked(point: &Sometime, coverage: Coverage, told: &Execution) -> Report {
        let place = Spot {
            file: point.file.to_string(),
            line: point.line,
        };
        let how_many = match coverage {
            Coverage { schedules: 1, .. } => {
                "There is only one schedule, and it does not happen there".to_string()
            }
            Coverage {
                schedules,
                complete: true,
            } => format!("There are {schedules} schedules, and it happens on none of them"),
            Coverage { schedules, .. } => {
                format!("{schedules} schedules were tried, and it happened on none of them")
            }
        };
        let telling = story::of_overlocked(told);
        let mut why = format!("The test asks that this can happen. {how_many}.");
        if telling.why.is_empty() {
            why.push_str(
                " Something comes too late, or keeps the threads from being there at the same time. \
                 Look for a lock that is held too long, a thread that is joined before the next one \
                 starts, or work that waits for other work without need.",
            );
        }
        Report {
            kind: FailureKind::Overlocked,
            message: format!("never happens: {}", point.what),
            place: Some(place),
            after: None,
            why,
            unsteady: false,
            story: String::new(),
            schedules: coverage.schedules,
            executions: 0,
            token: None,
            switches: 0,
            telling,
        }
        .told()
    }

    pub(crate) fn of(
        failure: &Failure,
        told: &Execution,
        always: bool,
        steady: bool,
        schedules: usize,
    ) -> Report {
        let unfinished = told
            .raised
            .iter()
            .find(|raised| raised.message.starts_with("not yet implemented"));
        let mut after = None;
        let (kind, message, place) = match (failure, unfinished) {
            (_, Some(raised)) => (
                FailureKind::Incomplete,
                raised.message.clone(),
                raised.place.clone(),
            ),
            (Failure::Panic { message, place }, None) => {
                let kind = by_luck(always);
                // A thread's panic comes first; that the body could not join
                // the thread, or found its lock poisoned, only follows.
                match told
                    .raised
                    .first()
                    .filter(|first| is_the_cause(first, place.as_ref()))
                {
                    Some(first) => {
                        after.clone_from(place);
                        let who = told.thread_name(first.tid);
                        (
                            kind,
                            format!("{who} panics: {}", first.message),
                            first.place.clone(),
                        )
                    }
                    None => (kind, message.clone(), place.clone()),
                }
            }
            (Failure::Deadlock(stuck), None) => (
                FailureKind::Deadlock,
                "deadlock: no thread can go on".to_string(),
                where_it_hangs(stuck),
            ),
            (Failure::Livelock(stuck), None) => (
                FailureKind::Livelock,
                "livelock: the threads go round without end".to_string(),
                where_it_hangs(stuck),
            ),
            (Failure::DataRace(race), None) => (
                FailureKind::Race,
                data_race(race, told),
                Some(Spot::of(race.later.place)),
            ),
            (Failure::Freed { twice }, None) => (
                by_luck(always),
                if *twice {
                    "double free: memory is freed that has been freed already".to_string()
                } else {
                    "use after free: memory is used that has been freed already".to_string()
                },
                None,
            ),
            (
                Failure::Crash {
                    crash,
                    message,
                    place,
                },
                None,
            ) => (crash_kind(*crash), message.clone(), place.clone()),
            (Failure::Refused { message, place }, None) => {
                (FailureKind::Refused, message.clone(), place.clone())
            }
        };
        let mut report = Report {
            kind,
            message,
            place,
            after,
            why: String::new(),
            unsteady: !steady,
            story: String::new(),
            schedules,
            executions: 0,
            token: None,
            switches: 0,
            telling: story::of_failure(told, failure, always),
        };
        report.why = report.how_often(failure);
        let mut report = report.told();
        report.message = report
            .message
            .lines()
            .next()
            .unwrap_or("")
            .trim()
            .to_string();
        report
    }

    /// A program that hangs and cannot be stopped: little is known of it.
    pub(crate) fn hung(crash: Crash, tid: u32, place: Option<Place>) -> Report {
        let who = if tid == BODY.0 {
            "the body's own thread".to_string()
        } else {
            format!("thread {tid}")
        };
        let message = match crash {
            Crash::Waits => format!(
                "{who} waits for something outside of the program, as real input and output are, and cannot \
                 be stopped; use channels, or test that part without `explore`"
            ),
            _ => format!(
                "{who} runs on and on without a step that others could notice, and cannot be stopped"
            ),
        };
        let place = place.map(Spot::of);
        let mut report = Report {
            kind: crash_kind(crash),
            message,
            place,
            after: None,
            why: String::new(),
            unsteady: false,
            story: String::new(),
            schedules: 0,
            executions: 0,
            token: None,
            switches: 0,
            telling: Telling::default(),
        };
        let mut sources = Sources::default();
        let mut story = format!("\n{}\n", report.message);
        if let Some(place) = &report.place {
            let _ = writeln!(
                story,
                "  its last step was at {}",
                quoted(place, &mut sources)
            );
        }
        story.push_str("\n  The test process ends here, and with it the tests that are left.\n\n");
        report.story = story;
        report
    }

    /// Keeps its story as plain text.
    fn told(mut self) -> Report {
        self.story = self.tell(Paint::plain());
        self
    }

    /// Tells the story on standard error, in colour if that is a terminal.
    pub(crate) fn show(&self) {
        let paint = Paint::for_stderr();
        if paint.is_on() {
            eprint!("{}", self.tell(paint));
        } else {
            eprint!("{}", self.story);
        }
    }

    fn tell(&self, paint: Paint) -> String {
        let mut sources = Sources::default();
        let mut out = String::new();
        let _ = writeln!(out, "\n{}", paint.alarm(&self.message));
        if let Some(place) = self.place.as_ref().filter(|place| !is_std(place)) {
            let _ = writeln!(out, "  at {}", quoted(place, &mut sources));
        }
        if let Some(place) = self.after.as_ref().filter(|place| !is_std(place)) {
            let _ = writeln!(
                out,
                "  so the test's own thread fails as well\n  at {}",
                quoted(place, &mut sources)
            );
        }
        if matches!(self.kind, FailureKind::Incomplete | FailureKind::Refused) {
            out.push('\n');
            return out;
        }
        if !self.why.is_empty() {
            out.push('\n');
            paragraph(&mut out, &self.why);
        }
        if self.unsteady {
            paragraph(
                &mut out,
                "The program is nondeterministic: it took another way when this schedule was run again. \
                 It depends on something besides its schedule, such as random numbers or addresses. \
                 The steps below are of that run.",
            );
        }
        if self.kind == FailureKind::Overlocked && !self.telling.steps.is_empty() {
            out.push_str("\n  The threads run like this:\n");
        }
        // Where every schedule ends like this and none of its steps explains it, they are noise.
        let explains = self.kind != FailureKind::WrongAnswer || !self.telling.why.is_empty();
        if explains || story::is_short(&self.telling) {
            out.push('\n');
            story::draw(&mut out, &self.telling, paint);
        }
        self.tell_end(&mut out, paint);
        for why in &self.telling.why {
            out.push('\n');
            paragraph(&mut out, why);
        }
        out.push('\n');
        out
    }

    /// Who holds what and waits for what, at the end.
    fn tell_end(&self, out: &mut String, paint: Paint) {
        if self.telling.end.is_empty() {
            return;
        }
        out.push_str("\n  At the end:\n");
        for End {
            thread,
            waits_for,
            place,
            holds,
        } in &self.telling.end
        {
            let name = paint.thread(*thread, &self.telling.threads[*thread]);
            let _ = match waits_for {
                Some(what) => writeln!(out, "    {name} waits for {what}"),
                None => writeln!(
                    out,
                    "    {name} keeps running, but changes nothing that would end this"
                ),
            };
            let _ = writeln!(out, "      at {}", quote(place));
            for hold in holds {
                let line = format!("      and holds {} since ", hold.lock);
                let since = quote_after(&hold.since, line.chars().count());
                let _ = writeln!(out, "{line}{since}");
            }
        }
    }

    fn how_often(&self, failure: &Failure) -> String {
        match self.kind {
            // Whether other schedules pass was not asked, and does not matter.
            FailureKind::Race if matches!(failure, Failure::DataRace(_)) => {
                "That is a mistake even where the answer comes out right.".to_string()
            }
            FailureKind::WrongAnswer => "Every schedule that was tried ends like this.".to_string(),
            FailureKind::Race => match self.schedules {
                0 => "This is the schedule that was asked for.".to_string(),
                1 => format!("{}: other schedules pass. This one fails.", self.depends()),
                n => format!(
                    "{}: {} passed before this one failed.",
                    self.depends(),
                    schedules(n - 1)
                ),
            },
            FailureKind::Crashed => {
                "A real program would end here, with all of its threads.".to_string()
            }
            FailureKind::Livelock if matches!(failure, Failure::Crash { .. }) => {
                "A thread that never comes to a step lets no other one go on.".to_string()
            }
            FailureKind::Livelock => {
                "What runs keeps running, but even with fair turns nothing ever changes."
                    .to_string()
            }
            _ => String::new(),
        }
    }

    /// What it hangs on whether a schedule fails.
    fn depends(&self) -> &'static str {
        let odd = ["(an old value", "for no reason", "though nobody notified"];
        let by_luck = |step: &Step| odd.iter().any(|text| step.text.contains(text));
        if self.telling.steps.iter().any(by_luck) {
            "It depends on luck"
        } else {
            "It depends on who goes first"
        }
    }

    /// The report as one line of JSON: see `REPORT.md`.
    #[must_use]
    pub fn json(&self) -> String {
        self.object().end()
    }

    /// The line for whoever listens: with the picture, if that is wanted and has no
    /// file to go to.
    fn line(&self) -> String {
        if is_heard() && std::env::var_os(PICTURE).is_some() {
            self.object().text("picture", &self.svg()).end()
        } else {
            self.json()
        }
    }

    fn object(&self) -> Object {
        let mut object = outcome("failed")
            .text("kind", self.kind.name())
            .text("message", &self.message);
        if let Some(place) = self.telling.look.as_ref().or(self.place.as_ref()) {
            object = object
                .text("file", &tidy(&place.file))
                .number("line", place.line as usize);
        }
        let mut object = object
            .text("story", &self.story)
            .number("schedules", self.schedules)
            .maybe("token", self.token.as_deref());
        if self.token.is_some() {
            object = object.number("switches", self.switches);
        }
        self.telling.add_to(object)
    }
}

/// The beginning of a line of the report.
pub(crate) fn outcome(name: &str) -> Object {
    Object::new()
        .number("version", REPORT_VERSION as usize)
        .text("outcome", name)
}

/// The line at which to look: best that of a thread that goes round, and best in the
/// program. That a test waits for the rest is no news.
fn where_it_hangs(stuck: &[Stuck]) -> Option<Spot> {
    let of_a_test = |stuck: &&Stuck| is_of_a_test(&Spot::of(stuck.place));
    let first = stuck
        .iter()
        .min_by_key(|s| (of_a_test(s), s.waits_for.is_some()));
    first.map(|s| Spot::of(s.place))
}

/// Whether the first panic of all is that of another thread, and what the body died of. A
/// test may let a thread panic on purpose: that is not why the program itself panics later.
fn is_the_cause(first: &Raised, place: Option<&Spot>) -> bool {
    let on_purpose = first.place.as_ref().is_some_and(is_of_a_test);
    let of_its_own = place.is_some_and(|place| !is_of_a_test(place));
    first.tid != BODY && !(on_purpose && of_its_own)
}

/// What a failure counts as that some schedules show, or all.
fn by_luck(always: bool) -> FailureKind {
    if always {
        FailureKind::WrongAnswer
    } else {
        FailureKind::Race
    }
}

/// What a crash counts as.
fn crash_kind(crash: Crash) -> FailureKind {
    match crash {
        Crash::Waits => FailureKind::Refused,
        Crash::Spins => FailureKind::Livelock,
        Crash::Overflow | Crash::Fault | Crash::Abort => FailureKind::Crashed,
    }
}

/// The two accesses, in one line.
fn data_race(race: &DataRace, told: &Execution) -> String {
    let side = |touched: &Touched| {
        let verb = if touched.wrote { "writes" } else { "reads" };
        let line = shortest(&Spot::of(touched.place));
        let who = told.thread_name(touched.tid);
        format!("{who} {verb} it at {line}")
    };
    format!(
        "data race on {}: {}, {}, and nothing orders the two",
        told.object_name(race.cell),
        side(&race.earlier),
        side(&race.later)
    )
}

fn schedules(n: usize) -> String {
    match n {
        1 => "1 schedule".to_string(),
        n => format!("{n} schedules"),
    }
}

/// `src/lib.rs:12` and the text of that line.
fn quoted(spot: &Spot, sources: &mut Sources) -> String {
    match sources.line(spot) {
        Some(text) if !text.is_empty() => beside(&short(spot), text, INDENT),
        _ => short(spot),
    }
}

/// So much of a line is taken before a place, if nothing else is said.
const INDENT: usize = 9;

/// A place and its text, as far as a line has room for it after what is in it.
fn beside(place: &str, text: &str, used: usize) -> String {
    const GAP: usize = 3;
    const LEAST: usize = 12;
    let room = story::width().saturating_sub(place.chars().count() + used + GAP);
    format!("{place}   {}", story::cut(text, room.max(LEAST)))
}

/// The same where the text was kept.
fn quote(quote: &Quote) -> String {
    quote_after(quote, INDENT)
}

fn quote_after(quote: &Quote, used: usize) -> String {
    match &quote.source {
        Some(text) => beside(&short(&quote.spot), text, used),
        None => short(&quote.spot),
    }
}

/// Writes a text, broken into lines.
fn paragraph(out: &mut String, text: &str) {
    for line in story::wrap(text, story::width().saturating_sub(2)) {
        let _ = writeln!(out, "  {line}");
    }
}

/// Writes the picture of a failure to the file that the environment names, if
/// it does.
///
/// # Panics
///
/// If the file cannot be written, as for [`publish`].
pub(crate) fn picture(report: &Report) {
    if is_heard() {
        return;
    }
    let Some(path) = std::env::var_os(PICTURE) else {
        return;
    };
    if let Err(error) = std::fs::write(&path, report.svg()) {
        panic!(
            "cannot write the picture to {}: {error}",
            std::path::Path::new(&path).display()
        );
    }
}

/// Appends the outcome to the file that the environment names, if it does.
///
/// # Panics
///
/// If the file cannot be written: whoever asked for it must not take silence
/// for success.
pub(crate) fn publish(outcome: &Outcome) {
    publish_line(&match outcome {
        Outcome::Passed(coverage) => passed(*coverage),
        Outcome::Failed(report) => report.line(),
    });
}

fn passed(coverage: Coverage) -> String {
    outcome("passed")
        .number("schedules", coverage.schedules)
        .flag("complete", coverage.complete)
        .end()
}

/// Who hears the lines instead of a file.
static LISTENER: Mutex<Option<Listener>> = Mutex::new(None);

/// Takes a line of the report.
type Listener = Box<dyn FnMut(&str) -> std::io::Result<()> + Send>;

/// Has every line of the report go to `listener` instead of a file. For a test program
/// that may not write files. A failure's line then holds its picture too, if the
/// environment variable `INTERLEAVE_SVG` is there.
#[doc(hidden)]
pub fn report_to(listener: impl FnMut(&str) -> std::io::Result<()> + Send + 'static) {
    let mut current = LISTENER.lock().unwrap_or_else(PoisonError::into_inner);
    *current = Some(Box::new(listener));
}

/// Whether somebody listens.
fn is_heard() -> bool {
    let listener = LISTENER.lock().unwrap_or_else(PoisonError::into_inner);
    listener.is_some()
}

/// As [`publish`], for a line that is there already.
pub(crate) fn publish_line(line: &str) {
    let mut listener = LISTENER.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(listener) = listener.as_mut() {
        if let Err(error) = listener(line) {
            panic!("cannot write the report to its listener: {error}");
        }
        return;
    }
    drop(listener);
    let Some(path) = std::env::var_os(REPORT) else {
        return;
    };
    let written = std::fs::OpenOptions::new()
        .append(true)
        .create(true)
        .open(&path)
        .and_then(|mut file| writeln!(file, "{line}"));
    if let Err(error) = written {
        panic!("cannot write the report to {}: {error}", path.display());
    }
}
