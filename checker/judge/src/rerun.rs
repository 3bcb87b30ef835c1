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
    /// What happened.
    pub steps: Vec<Step>,
    /// Where the threads stood after each step, as far as that was kept.
    pub after: Vec<Option<Vec<Standing>>>,
    /// Where they stand at the end.
    pub threads: Vec<Standing>,
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
    /// The number of the thread.
    pub thread: usize,
    /// What it did or saw.
    pub text: String,
    /// The file with the line that did it, where one did.
    #[serde(default)]
    pub file: Option<String>,
    /// The line, from 1.
    #[serde(default)]
    pub line: Option<u32>,
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
    pub object: String,
    /// The line that took it.
    pub since: u32,
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
