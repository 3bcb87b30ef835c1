//! What the explorer says when it runs one schedule instead of all of them.

use serde::{Deserialize, Serialize};

/// A line of the explorer's report.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub(crate) enum Line {
    /// The choices of a prefix were made, and here is the next one.
    Choice(Position),
    /// They were made, and the program came to its end.
    Ended(Position),
    /// The schedule of a token was run again.
    Replayed(Replayed),
    /// Another exploration is asked for.
    Skipped,
    /// It explored, which nobody asked for, or what was asked for is no token.
    #[serde(other)]
    Other,
}

/// Where a program stands after some choices.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Position {
    /// The choices so far.
    pub prefix: String,
    /// How often it went from one thread to another so far.
    pub switches: u64,
    /// What happened so far.
    pub steps: Vec<Step>,
    /// Where the threads stand.
    pub threads: Vec<Standing>,
    /// What can be chosen next. `None` when the program came to its end.
    #[serde(default)]
    pub choice: Option<Choice>,
    /// How it failed, if it did.
    #[serde(default)]
    pub failure: Option<Failure>,
}

/// A schedule that was run again.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Replayed {
    /// Whether the program took the steps that the token speaks of.
    pub same_way: bool,
    /// How it failed, if it did.
    pub failure: Option<Failure>,
    /// The names of the threads, by number.
    pub threads: Vec<String>,
    /// What happened.
    pub steps: Vec<Step>,
}

impl Replayed {
    /// Where the threads stand after a step, and what each does next. Of a
    /// schedule that goes on and on, only its beginning is known.
    pub fn standings(&self, at: usize) -> Vec<Standing> {
        let known = self.steps.iter().take(at + 1).rev();
        let Some(step) = known.into_iter().find(|step| !step.after.is_empty()) else {
            return Vec::new();
        };
        let standing = |(thread, place): (usize, &Place)| Standing {
            name: self.threads.get(thread).cloned().unwrap_or_default(),
            state: place.state,
            next: self.next(thread, at),
            file: place.file.clone(),
            line: place.line,
            waits_for: place.waits_for.clone(),
            holds: step
                .locks
                .iter()
                .filter(|held| held.thread == Some(thread))
                .cloned()
                .collect(),
        };
        step.after.iter().enumerate().map(standing).collect()
    }

    /// What a thread does next, after a step.
    fn next(&self, thread: usize, at: usize) -> Option<String> {
        let mut ahead = self.steps.iter().skip(at + 1);
        let next = ahead.find(|step| step.thread == thread && !step.is_remark())?;
        Some(next.text.clone())
    }
}

/// How a schedule failed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Failure {
    /// The explorer's word for it, such as `race`.
    pub kind: String,
    /// In one line.
    pub message: String,
    /// The file to look at.
    #[serde(default)]
    pub file: Option<String>,
    /// The line to look at.
    #[serde(default)]
    pub line: Option<u32>,
    /// The schedule, told.
    #[serde(default)]
    pub story: String,
    /// How often it goes from one thread to another.
    #[serde(default)]
    pub switches: u64,
}

/// Something that a thread did.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Step {
    /// Which step it is. A remark has the number of the step before it.
    #[serde(default)]
    pub number: usize,
    /// The number of the thread.
    pub thread: usize,
    /// The explorer's word for what it did, such as `lock`.
    #[serde(default)]
    pub act: String,
    /// What it did or saw.
    pub text: String,
    /// The file with the line that did it, where one did.
    #[serde(default)]
    pub file: Option<String>,
    /// The line, from 1.
    #[serde(default)]
    pub line: Option<u32>,
    /// Who holds which lock afterwards.
    #[serde(default, skip_serializing)]
    pub locks: Vec<Held>,
    /// Where each thread stands afterwards, if that was kept.
    #[serde(default, skip_serializing)]
    pub after: Vec<Place>,
}

impl Step {
    /// Whether it is no step, but the moment at which a thread began to wait.
    pub fn is_remark(&self) -> bool {
        self.act == "blocked"
    }
}

/// Where a thread is after a step.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Place {
    /// Whether it can go on.
    pub state: State,
    /// The file with the line of its next step.
    #[serde(default)]
    pub file: Option<String>,
    /// The line, from 1.
    #[serde(default)]
    pub line: Option<u32>,
    /// What it waits for, if it does.
    #[serde(default)]
    pub waits_for: Option<String>,
}

/// Where a thread stands.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Standing {
    /// Its name, or `thread 1`.
    pub name: String,
    /// Whether it can go on.
    pub state: State,
    /// What it is about to do.
    #[serde(default)]
    pub next: Option<String>,
    /// The file with the line that it is at.
    #[serde(default)]
    pub file: Option<String>,
    /// The line, from 1.
    #[serde(default)]
    pub line: Option<u32>,
    /// What it waits for, if it does.
    #[serde(default)]
    pub waits_for: Option<String>,
    /// The locks that it holds.
    #[serde(default)]
    pub holds: Vec<Held>,
}

/// Whether a thread can go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It can.
    Ready,
    /// It waits for something.
    Blocked,
    /// It goes round in a loop that only another thread can end.
    Idle,
    /// It is over.
    Ended,
}

/// A lock in a thread's hands.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Held {
    /// Such as `mutex 1`.
    pub lock: String,
    /// The number of the thread, where it is not clear anyway.
    #[serde(default)]
    pub thread: Option<usize>,
    /// The line that took it.
    pub line: u32,
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Choice {
    /// What is chosen.
    pub kind: ChoiceKind,
    /// The thread whose step has several outcomes.
    #[serde(default)]
    pub thread: Option<usize>,
    /// The file with the line of that step.
    #[serde(default)]
    pub file: Option<String>,
    /// The line, from 1.
    #[serde(default)]
    pub line: Option<u32>,
    /// What there is to choose from: two at least.
    pub options: Vec<Candidate>,
}

/// What is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChoiceKind {
    /// Which thread moves.
    Thread,
    /// Which of its outcomes a step has: which value a load reads, say.
    Outcome,
}

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Candidate {
    /// The thread that would move.
    #[serde(default)]
    pub thread: Option<usize>,
    /// What it would do.
    pub text: String,
    /// The choices so far, and this one.
    pub then: String,
}
