//! What a failure looks like: for people as a story, for tools as JSON.

use crate::engine::execution::Execution;
use crate::engine::failure::{Crash, DataRace, Failure, Spot, Stuck, Touched};
use crate::engine::object::Place;
use crate::explore::{BODY, Coverage, Outcome, Sometime};
use crate::lanes;
use crate::source::{Sources, short, tidy};
use std::fmt::Write as _;
use std::io::Write as _;

/// The version of the JSON lines that go to the file named by the environment
/// variable `INTERLEAVE_REPORT`. It changes when a field is renamed, removed or
/// given another meaning, not when one is added.
pub const REPORT_VERSION: u32 = 1;

/// The environment variable that names the file for reports.
const REPORT: &str = "INTERLEAVE_REPORT";

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
    story: String,
    schedules: usize,
    executions: usize,
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

    pub(crate) fn overlocked(point: &Sometime, coverage: Coverage, executions: usize) -> Report {
        let place = Spot {
            file: point.file.to_string(),
            line: point.line,
        };
        let message = format!("never happens: {}", point.what);
        let how_many = match coverage {
            Coverage { schedules: 1, .. } => {
                "There is only one schedule, and it does not:".to_string()
            }
            Coverage {
                schedules,
                complete: true,
            } => format!("There are {schedules} schedules, and none of them does:"),
            Coverage { schedules, .. } => {
                format!("{schedules} schedules were tried, and none of them does:")
            }
        };
        let story = format!(
            "\n{message}\n\n  \
             The test at {} asks that this is possible. {how_many}\n  \
             something comes too late, or keeps the threads from being there at the same time.\n  \
             Look for a lock that is held too long, a thread that is joined before the next one\n  \
             starts, work that waits for other work without need, or no thread at all.\n\n",
            short(&place),
        );
        Report {
            kind: FailureKind::Overlocked,
            message,
            place: Some(place),
            after: None,
            story,
            schedules: coverage.schedules,
            executions,
        }
    }

    pub(crate) fn of(
        failure: &Failure,
        told: &Execution,
        always: bool,
        steady: bool,
        (schedules, executions): (usize, usize),
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
                let kind = if always {
                    FailureKind::WrongAnswer
                } else {
                    FailureKind::Race
                };
                // A thread's panic comes first; that the body could not join
                // the thread, or found its lock poisoned, only follows.
                match told.raised.first().filter(|first| first.tid != BODY) {
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
                stuck.first().map(|s| Spot::of(s.place)),
            ),
            (Failure::Livelock(stuck), None) => (
                FailureKind::Livelock,
                "livelock: the threads go round without end".to_string(),
                stuck.first().map(|s| Spot::of(s.place)),
            ),
            (Failure::DataRace(race), None) => (
                FailureKind::Race,
                data_race(race, told),
                Some(Spot::of(race.later.place)),
            ),
            (Failure::Freed { twice }, None) => (
                FailureKind::Race,
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
            ) => (crash_kind(*crash, always), message.clone(), place.clone()),
            (Failure::Refused { message, place }, None) => {
                (FailureKind::Refused, message.clone(), place.clone())
            }
        };
        let mut report = Report {
            kind,
            message,
            place,
            after,
            story: String::new(),
            schedules,
            executions,
        };
        report.story = report.tell(failure, told, steady);
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
            kind: crash_kind(crash, true),
            message,
            place,
            after: None,
            story: String::new(),
            schedules: 0,
            executions: 0,
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

    fn tell(&self, failure: &Failure, told: &Execution, steady: bool) -> String {
        let mut sources = Sources::default();
        let mut out = String::new();
        let _ = writeln!(out, "\n{}", self.message);
        if let Some(place) = self.place.as_ref().filter(|place| !is_std(place)) {
            let _ = writeln!(out, "  at {}", quoted(place, &mut sources));
        }
        if let Some(place) = self.after.as_ref().filter(|place| !is_std(place)) {
            let _ = writeln!(
                out,
                "  so the test's own thread fails as well, at {}",
                quoted(place, &mut sources)
            );
        }
        if matches!(self.kind, FailureKind::Incomplete | FailureKind::Refused) {
            out.push('\n');
            return out;
        }
        let spins = matches!(failure, Failure::Crash { .. });
        let _ = writeln!(out, "\n  {}", self.why(spins));
        if !steady {
            out.push_str(
                "  The program is nondeterministic: it took another way when this schedule was run again. It\n  \
                 depends on something besides its schedule, such as random numbers or addresses. The steps\n  \
                 below are of that run.\n",
            );
        }
        out.push('\n');
        lanes::draw(&mut out, told, &mut sources);
        let stuck = match failure {
            Failure::Deadlock(stuck) | Failure::Livelock(stuck) => stuck.as_slice(),
            _ => &[],
        };
        waiting(&mut out, stuck, told, &mut sources);
        out.push('\n');
        out
    }

    fn why(&self, spins: bool) -> String {
        match self.kind {
            FailureKind::WrongAnswer => {
                "Every schedule that was tried ends like this. Here is a plain one.".to_string()
            }
            FailureKind::Race => match self.schedules {
                0 | 1 => "It depends on who goes first: other schedules pass. This one fails."
                    .to_string(),
                n => format!(
                    "It depends on who goes first: {} passed before this one failed.",
                    schedules(n - 1)
                ),
            },
            FailureKind::Deadlock => {
                "The threads wait for each other, or for something that will never come."
                    .to_string()
            }
            FailureKind::Livelock if spins => {
                "A thread that never comes to a step lets no other one go on.".to_string()
            }
            FailureKind::Livelock => {
                "The threads keep running, but even with fair turns nothing ever changes."
                    .to_string()
            }
            _ => String::new(),
        }
    }

    fn json(&self) -> String {
        let mut out = format!(
            "{{\"version\":{REPORT_VERSION},\"outcome\":\"failed\",\"kind\":\"{}\",\"message\":{}",
            self.kind.name(),
            json_string(&self.message)
        );
        if let Some(place) = &self.place {
            let _ = write!(
                out,
                ",\"file\":{},\"line\":{}",
                json_string(&tidy(&place.file)),
                place.line
            );
        }
        let _ = write!(
            out,
            ",\"story\":{},\"schedules\":{}}}",
            json_string(&self.story),
            self.schedules
        );
        out
    }
}

/// What a crash counts as.
fn crash_kind(crash: Crash, always: bool) -> FailureKind {
    match crash {
        Crash::Waits => FailureKind::Refused,
        Crash::Spins => FailureKind::Livelock,
        Crash::Overflow | Crash::Fault | Crash::Abort if always => FailureKind::WrongAnswer,
        Crash::Overflow | Crash::Fault | Crash::Abort => FailureKind::Race,
    }
}

/// The two accesses, in one line.
fn data_race(race: &DataRace, told: &Execution) -> String {
    let side = |touched: &Touched| {
        let verb = if touched.wrote { "writes" } else { "reads" };
        let (who, line) = (told.thread_name(touched.tid), touched.place.line());
        format!("{who} {verb} it at line {line}")
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
        Some(text) if !text.is_empty() => format!("{}   {text}", short(spot)),
        _ => short(spot),
    }
}

/// Who waits for what, at the end.
fn waiting(out: &mut String, stuck: &[Stuck], told: &Execution, sources: &mut Sources) {
    if stuck.is_empty() {
        return;
    }
    out.push_str("\n  At the end:\n");
    for thread in stuck {
        let spot = Spot::of(thread.place);
        let name = told.thread_name(thread.tid);
        let _ = match &thread.waits_for {
            Some(what) => writeln!(out, "    {name} waits for {what}"),
            None => writeln!(
                out,
                "    {name} keeps running, but changes nothing that would end this"
            ),
        };
        let _ = writeln!(out, "      at {}", quoted(&spot, sources));
    }
}

/// Whether the line belongs to the standard library: its text says nothing to
/// the user, and its sources are seldom there.
pub(crate) fn is_std(spot: &Spot) -> bool {
    spot.file.starts_with("/rustc/") || spot.file.contains("/lib/rustlib/")
}

/// Appends the outcome to the file that the environment names, if it does.
///
/// # Panics
///
/// If the file cannot be written: whoever asked for it must not take silence
/// for success.
pub(crate) fn publish(outcome: &Outcome) {
    let Some(path) = std::env::var_os(REPORT) else {
        return;
    };
    let line = match outcome {
        Outcome::Passed(coverage) => format!(
            "{{\"version\":{REPORT_VERSION},\"outcome\":\"passed\",\"schedules\":{},\"complete\":{}}}",
            coverage.schedules, coverage.complete
        ),
        Outcome::Failed(report) => report.json(),
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

fn json_string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if (c as u32) < 0x20 => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_strings_are_escaped() {
        assert_eq!(json_string("a\"b\\c\nd\u{1b}"), r#""a\"b\\c\nd\u001b""#);
    }
}
