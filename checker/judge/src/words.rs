//! What a learner reads. Every verdict is worded here and nowhere else.

mod unsound;

use std::io;
use std::time::Duration;

use course::{Target, TestId, VerdictKind};

use crate::explorer::{Failure, FailureKind};
use crate::harness::Panic;
use crate::holes::Hole;
use crate::process::Excess;
use crate::rustc::Problem;
use crate::tamper::Reach;
use crate::{Evidence, ThreadState, Verdict};

pub(crate) use unsound::{Unkept, unsound};

/// Compiler messages have more lines than anyone reads; stories are as long as
/// they must be.
const MOST_MESSAGE_LINES: usize = 12;

fn verdict(
    kind: VerdictKind,
    cause: impl Into<String>,
    evidence: Evidence,
    next_step: impl Into<String>,
) -> Verdict {
    Verdict {
        kind,
        cause: cause.into(),
        evidence,
        next_step: next_step.into(),
    }
}

fn at(file: &str, line: Option<u32>) -> Evidence {
    Evidence {
        file: Some(file.to_owned()),
        line,
        ..Evidence::default()
    }
}

fn of(test: &TestId) -> Evidence {
    Evidence {
        test: Some(test.clone()),
        ..Evidence::default()
    }
}

/// The test as a sentence speaks of it.
fn the(test: &TestId) -> String {
    match test.target {
        Target::CompileFail => format!("The case `{}.rs`", test.name),
        _ => format!("The test `{}`", test.name),
    }
}

// --- The file itself ---------------------------------------------------------

fn bad_file(
    shown: &str,
    line: Option<u32>,
    cause: String,
    next_step: impl Into<String>,
) -> Box<Verdict> {
    verdict(VerdictKind::CompileError, cause, at(shown, line), next_step).into()
}

pub(crate) fn file_missing(shown: &str) -> Box<Verdict> {
    bad_file(
        shown,
        None,
        format!("The file {shown} is missing."),
        "Bring it back with `cargo checker reset` and the exercise's name.",
    )
}

pub(crate) fn file_is_folder(shown: &str) -> Box<Verdict> {
    bad_file(
        shown,
        None,
        format!("{shown} is a folder. It must be a file."),
        "Move the folder away, then bring the file back with `cargo checker reset` and the \
         exercise's name.",
    )
}

pub(crate) fn file_is_no_file(shown: &str) -> Box<Verdict> {
    bad_file(
        shown,
        None,
        format!("{shown} is no ordinary file."),
        "Put an ordinary text file in its place.",
    )
}

pub(crate) fn file_empty(shown: &str) -> Box<Verdict> {
    bad_file(
        shown,
        None,
        format!("The file {shown} is empty."),
        "Bring the task back with `cargo checker reset` and the exercise's name, or undo in \
         your editor.",
    )
}

pub(crate) fn file_too_large(shown: &str, bytes: u64) -> Box<Verdict> {
    let megabytes = bytes.div_ceil(1024 * 1024);
    bad_file(
        shown,
        None,
        format!("The file {shown} is larger than 1 MB (about {megabytes} MB)."),
        "Take out what does not belong to the solution.",
    )
}

pub(crate) fn file_not_utf8(shown: &str, line: u32) -> Box<Verdict> {
    bad_file(
        shown,
        Some(line),
        format!("The file {shown} is not UTF-8 text: line {line} holds something else."),
        "Save the file as UTF-8 in your editor.",
    )
}

pub(crate) fn file_unreadable(shown: &str, error: &io::Error) -> Box<Verdict> {
    bad_file(
        shown,
        None,
        format!("The file {shown} cannot be read: {error}."),
        "Make the file readable for you.",
    )
}

pub(crate) fn tampered(shown: &str, reach: &Reach) -> Verdict {
    let Reach { line, how, what } = reach;
    verdict(
        VerdictKind::Tampered,
        format!("The file reaches outside itself: `{how}` on line {line} {what}."),
        at(shown, Some(*line)),
        format!("Write the whole solution in this one file, without `{how}`."),
    )
}

pub(crate) fn reads_another(shown: &str, file: &str) -> Verdict {
    // It may be anything that a file can be called.
    let file: String = file.escape_debug().take(200).collect();
    verdict(
        VerdictKind::Tampered,
        format!("Your file makes the compiler read another file: `{file}`."),
        at(shown, None),
        "Write the whole solution in this one file.",
    )
}

// --- Compiling ---------------------------------------------------------------

fn of_problems(problems: &[Problem]) -> Evidence {
    let first = problems.first();
    Evidence {
        message: first.map(Problem::headline),
        file: first.and_then(|problem| problem.file.clone()),
        line: first.and_then(|problem| problem.line),
        story: first.map(|problem| without_foreign_places(problem.rendered.trim_end())),
        errors: u32::try_from(problems.len()).ok(),
        ..Evidence::default()
    }
}

/// Without the places in sources that the learner has no part in: those of the
/// standard library, and of the explorer that stands in for it. And without what is
/// said about our way to call the compiler.
fn without_foreign_places(rendered: &str) -> String {
    let is_foreign = |line: &&str| {
        let place = line.trim_start().strip_prefix("--> ");
        place.is_some_and(|place| place.starts_with("/rustc/") || place.contains("interleave/src/"))
    };
    // No learner has typed that.
    let is_ours = |line: &&str| line.contains("= note: requested on the command line with");
    let lines = rendered.lines().filter(|line| !is_foreign(line));
    let kept: Vec<_> = lines.filter(|line| !is_ours(line)).collect();
    kept.join("\n")
        .trim_end_matches([' ', '|', '\n'])
        .to_owned()
}

/// What the compiler says, without the lines of tests that it quotes: for tests that
/// learners do not have. Where the error is may be known.
pub(crate) fn without_lines_of_tests(rendered: &str) -> String {
    // `12 |`, `12 +`, `|` and `...`
    let quotes = |line: &str| {
        let line = line.trim_start();
        let after = line.trim_start_matches(|digit: char| digit.is_ascii_digit());
        let after = after.trim_start();
        line.starts_with("...")
            || line.starts_with('|')
            || (after.len() < line.len() && after.starts_with(['|', '+', '-', '~']))
    };
    let (mut first, mut hidden) = (None, false);
    let mut kept = Vec::new();
    for line in rendered.lines() {
        let start = line.trim_start();
        if let Some(place) = ["--> ", "::: "].iter().find_map(|a| start.strip_prefix(a)) {
            hidden = place.contains("/tests/");
            first.get_or_insert(hidden);
        } else if line.starts_with("help: ") {
            // What it suggests is for the place at the top, unless it names another.
            hidden = first.unwrap_or_default();
        } else if hidden && quotes(line) {
            continue;
        }
        kept.push(line);
    }
    kept.join("\n")
}

pub(crate) fn compile_error(problems: &[Problem]) -> Verdict {
    let cause = match problems.len() {
        1 => "Your file does not compile. The compiler found an error.".to_owned(),
        n => {
            format!("Your file does not compile. The compiler found {n} errors; this is the first.")
        }
    };
    if problems.first().is_some_and(is_about_unsafe) {
        return verdict(
            VerdictKind::CompileError,
            "Your file uses `unsafe`, which this exercise does not need and does not allow: the \
             compiler then no longer checks what threads share.",
            of_problems(problems),
            "Take the `unsafe` out, and let a type of the standard library do that part.",
        );
    }
    let explain = problems.first().and_then(Problem::explained);
    let next_step = match explain {
        Some(code) => {
            format!("Mend this error first. `rustc --explain {code}` tells more about it.")
        }
        None => "Mend this error first.".to_owned(),
    };
    verdict(
        VerdictKind::CompileError,
        cause,
        of_problems(problems),
        next_step,
    )
}

pub(crate) fn crate_path(shown: &str, line: Option<u32>, problem: &Problem) -> Verdict {
    verdict(
        VerdictKind::CompileError,
        "Your file uses a path that begins with `crate::`. The tests include your file as a \
         module of their own, and there `crate::` means the tests.",
        Evidence {
            line,
            ..Evidence {
                file: Some(shown.to_owned()),
                ..of_problems(std::slice::from_ref(problem))
            }
        },
        "Write `self::` or `super::` instead of `crate::`.",
    )
}

pub(crate) fn passes_on_std(shown: &str, problem: &Problem) -> Verdict {
    verdict(
        VerdictKind::CompileError,
        "Your file passes the whole of `std` on under another name. In the tests, `std` is the \
         explorer, which cannot be passed on.",
        Evidence {
            file: Some(shown.to_owned()),
            ..of_problems(std::slice::from_ref(problem))
        },
        "Name the items that you use: `use std::sync::Mutex;`.",
    )
}

pub(crate) fn two_lifetimes(shown: &str, line: u32) -> Verdict {
    verdict(
        VerdictKind::CompileError,
        "Your file passes a function on that names two lifetimes, and does not say which of them \
         is the longer one. The compiler has a known hole there, through which threads can share \
         memory unseen.",
        Evidence {
            file: Some(shown.to_owned()),
            line: Some(line),
            ..Evidence::default()
        },
        "Call the function where you pass it on, or say how its lifetimes relate: \
         `fn f<'a, 'b: 'a>(...)`.",
    )
}

pub(crate) fn hole(shown: &str, hole: Hole, line: u32) -> Verdict {
    let (what, next_step) = match hole {
        Hole::AllTypes => (
            "Your file has a trait with a type in it, and implements it for all types at once, also \
             for those without a size.",
            "Take `?Sized` out of that `impl`.",
        ),
        Hole::AllLifetimes => (
            "Your file has a bound for all lifetimes, `for<'a>`, on a trait of its own.",
            "Name a lifetime in place of `for<'a>`.",
        ),
        Hole::WhatBelongs => (
            "A function in your file takes a `T::Item`, or the like, of a `T` that must be `'static`.",
            "Give the argument's type a name of its own: `fn f<X, T: Iterator<Item = X>>(x: X)`.",
        ),
    };
    verdict(
        VerdictKind::CompileError,
        format!(
            "{what} The compiler has a known hole there, through which threads can share memory \
             unseen."
        ),
        Evidence {
            file: Some(shown.to_owned()),
            line: Some(line),
            ..Evidence::default()
        },
        next_step,
    )
}

pub(crate) fn static_mut(shown: &str, line: u32) -> Verdict {
    verdict(
        VerdictKind::CompileError,
        "Your file has a `static mut`. Any thread may use it at any time, and nothing says who \
         comes first. That is a data race, and the tests cannot see it.",
        Evidence {
            file: Some(shown.to_owned()),
            line: Some(line),
            ..Evidence::default()
        },
        "Use a plain `static` that holds an atomic, a `Mutex` or a `OnceLock`.",
    )
}

/// The exercises' manifests forbid it where it is not the topic.
fn is_about_unsafe(problem: &Problem) -> bool {
    problem.code.as_deref() == Some("unsafe_code")
}

/// Errors that say that a type or a borrow may not go where the tests take it,
/// rather than that a name or a signature is another one.
const MAY_NOT_CROSS: [&str; 6] = ["E0277", "E0282", "E0310", "E0373", "E0521", "E0597"];

pub(crate) fn tests_cannot_call(problems: &[Problem]) -> Verdict {
    let first = problems.first();
    let code = first.and_then(|problem| problem.code.as_deref());
    let asks_for_ever = first.is_some_and(|problem| {
        let said = &problem.rendered;
        code != Some("E0277") && (said.contains("`'static`") || said.contains("static lifetime"))
    });
    let (cause, next_step) = match code.filter(|code| MAY_NOT_CROSS.contains(code)) {
        Some(_) if asks_for_ever => (
            "Your file compiles, but the tests may not use it as the task says: they lend your \
             function what lives for a while, and it asks for what lives for ever (`'static`).",
            "Take the `'static` out of your signature, and start threads that end before what \
             they borrow does. The tests need no change, whatever the compiler suggests."
                .to_owned(),
        ),
        Some(code) => (
            "Your file compiles, but the tests may not use it as the task says. The error names \
             the type or the borrow that is in the way.",
            format!(
                "Read the error from its top: which of your types does it name, and what does it \
                 say is missing? `rustc --explain {code}` tells more."
            ),
        ),
        None => (
            "Your file compiles, but the tests cannot use what is in it: a name or a signature \
             is not the one that the task gives.",
            "Compare your public names and signatures with those of the task.".to_owned(),
        ),
    };
    verdict(
        VerdictKind::CompileError,
        cause,
        of_problems(problems),
        next_step,
    )
}

pub(crate) fn own_tests_do_not_compile(problems: &[Problem]) -> Verdict {
    verdict(
        VerdictKind::CompileError,
        "Your file compiles, but the part of it that is for tests only does not.",
        of_problems(problems),
        "Mend the part of your file that stands below `#[cfg(test)]`, or take it out.",
    )
}

pub(crate) fn explorer_lacks(problem: &Problem) -> Verdict {
    verdict(
        VerdictKind::GraderError,
        "Your code uses something of the standard library that the explorer does not know. \
         That is not your mistake.",
        of_problems(std::slice::from_ref(problem)),
        "Use another item of the standard library here.",
    )
}

pub(crate) fn compiler_timed_out(deadline: Duration) -> Verdict {
    verdict(
        VerdictKind::TimedOut,
        format!(
            "The compiler was not done with your file after {} seconds.",
            deadline.as_secs()
        ),
        Evidence::default(),
        "Look for a constant or a macro that goes on for ever.",
    )
}

pub(crate) fn compiler_took_too_much(excess: Excess) -> Verdict {
    verdict(
        VerdictKind::CompileError,
        format!("The compiler took {} for your file.", amount(excess)),
        Evidence::default(),
        "Look for a macro, a type or a constant that grows and grows.",
    )
}

pub(crate) fn compiler_gave_up(shown: &str, said: &str) -> Verdict {
    verdict(
        VerdictKind::CompileError,
        "The compiler breaks down over your file, and over no other.",
        Evidence {
            file: Some(shown.to_owned()),
            message: Some(short(said)),
            ..Evidence::default()
        },
        "Look for code that is nested very deeply, and write it more plainly.",
    )
}

/// The last line that says something, cut to a length that fits on a screen.
fn short(said: &str) -> String {
    let line = said.lines().rev().find(|line| !line.trim().is_empty());
    line.unwrap_or_default().chars().take(160).collect()
}

/// `more than 1024 MiB of memory`.
fn amount(excess: Excess) -> String {
    match excess {
        Excess::Memory(bytes) => format!("more than {} MiB of memory", bytes >> 20),
        Excess::Threads(threads) => format!("more than {threads} threads"),
        Excess::Output(bytes) => format!("more than {} MiB of output", bytes >> 20),
    }
}

// --- The explorer ------------------------------------------------------------

pub(crate) fn explorer_failure(test: &TestId, failure: &Failure) -> Verdict {
    let evidence = Evidence {
        message: Some(failure.message.clone()),
        file: failure.file.clone(),
        line: failure.line,
        story: failure.story.clone(),
        schedules: failure.schedules,
        token: failure.token.clone(),
        switches: failure.switches,
        picture: failure.picture.clone(),
        ..of(test)
    };
    let (kind, cause, next_step) = match failure.kind {
        FailureKind::WrongAnswer if failure.panics_in().is_some_and(is_own) => {
            (VerdictKind::WrongAnswer, PANICS, WHY_PANICS)
        }
        FailureKind::WrongAnswer => (
            VerdictKind::WrongAnswer,
            "Your code gives a wrong answer, in whichever order the threads run.",
            compare(&failure.message),
        ),
        FailureKind::Race if failure.message.starts_with("data race") => (
            VerdictKind::Race,
            "Two threads use the same memory, one of them writes, and nothing puts them in order.",
            "Find what should make one of the two wait for the other: a lock, or a `Release` \
             store and the `Acquire` load that sees it.",
        ),
        FailureKind::Race => (
            VerdictKind::Race,
            "Your code is right only by luck: some schedules pass, and this one fails.",
            "Follow the schedule, and find the step at which a thread takes for granted what \
             another may not have done yet, or has changed since.",
        ),
        FailureKind::Deadlock => (
            VerdictKind::Deadlock,
            "Your program stands still: what it waits for never comes.",
            "Find in the schedule what each thread waits for, and who should have given it.",
        ),
        FailureKind::Livelock => (
            VerdictKind::Livelock,
            "Your program runs for ever and gets nowhere.",
            "Find in the schedule what the loop waits for, and who should change it.",
        ),
        FailureKind::Overlocked => (
            VerdictKind::Overlocked,
            "Something that must be possible never happens.",
            "Find in the schedule what keeps it from happening.",
        ),
        FailureKind::Crashed => (
            VerdictKind::Crashed,
            "Your program would end in the middle of its work, with all of its threads.",
            "Look at the line that the message names, and at what leads there.",
        ),
        FailureKind::Incomplete => return incomplete(evidence),
        FailureKind::Refused => (
            VerdictKind::GraderError,
            "Your code uses something that the explorer does not know. That is not your mistake.",
            "Take the other way that the message names.",
        ),
    };
    let next_step = if failure.why.is_empty() || next_step == WHY_PANICS {
        next_step
    } else {
        SAID_BELOW
    };
    verdict(kind, cause, evidence, next_step)
}

/// The explorer has said more about this schedule than can be said about all of its kind.
const SAID_BELOW: &str = "Start from what is said below the schedule.";

fn incomplete(evidence: Evidence) -> Verdict {
    let next_step = match (&evidence.file, evidence.line) {
        (Some(file), Some(line)) => {
            format!("Replace the `todo!()` at {file}:{line} by code.")
        }
        _ => "Replace each `todo!()` in your file by code.".to_owned(),
    };
    verdict(
        VerdictKind::Incomplete,
        "A part of your file is still to be written: a `todo!()` was reached.",
        evidence,
        next_step,
    )
}

// --- Running -----------------------------------------------------------------

fn of_panic(test: &TestId, panic: &Panic) -> Evidence {
    let (file, line) = place_told(panic).unwrap_or_else(|| (panic.file.clone(), panic.line));
    Evidence {
        message: Some(shorten(&panic.message)),
        file: Some(file),
        line: Some(line),
        ..of(test)
    }
}

/// The place in the learner's file that a test's message names, on a line of its own:
/// `at src/lib.rs:12   ...`.
fn place_told(panic: &Panic) -> Option<(String, u32)> {
    let mut lines = panic.message.lines().map(str::trim);
    let place = lines.find_map(|line| line.strip_prefix("at src/lib.rs:"))?;
    let number = place.split(' ').next()?.parse().ok()?;
    let (exercise, _) = panic.file.split_once("/tests/")?;
    Some((format!("{exercise}/src/lib.rs"), number))
}

fn shorten(text: &str) -> String {
    let lines: Vec<_> = text.lines().collect();
    if lines.len() <= MOST_MESSAGE_LINES {
        return text.to_owned();
    }
    let mut kept = lines[..MOST_MESSAGE_LINES].join("\n");
    kept.push_str("\n...");
    kept
}

const PANICS: &str = "Your code panics where the test expects an answer.";
const WHY_PANICS: &str =
    "Look at the line that panics: what does the test give it that it does not expect?";

/// Whether it is the learner's file.
fn is_own(file: &str) -> bool {
    file.ends_with("src/lib.rs") && !file.starts_with("checker/")
}

pub(crate) fn todo_reached(test: &TestId, panic: &Panic) -> Verdict {
    incomplete(of_panic(test, panic))
}

pub(crate) fn test_failed(test: &TestId, panic: Option<&Panic>) -> Verdict {
    let Some(panic) = panic else {
        let next_step = "Look for what in your code makes this test fail.";
        return verdict(VerdictKind::WrongAnswer, WRONG, of(test), next_step);
    };
    let (cause, next_step) = if is_own(&panic.file) {
        (PANICS, WHY_PANICS)
    } else {
        (WRONG, compare(&panic.message))
    };
    verdict(
        VerdictKind::WrongAnswer,
        cause,
        of_panic(test, panic),
        next_step,
    )
}

const WRONG: &str = "Your code gives a wrong answer.";
const LEADS_THERE: &str = "Look for what in your code leads to this message.";

/// Not every message says what was expected.
fn compare(message: &str) -> &'static str {
    if message.starts_with("assertion") {
        "Compare what the message expects with what your code gives."
    } else {
        LEADS_THERE
    }
}

pub(crate) fn timed_out(test: &TestId, deadline: Duration, threads: Vec<ThreadState>) -> Verdict {
    verdict(
        VerdictKind::TimedOut,
        format!(
            "{} hangs: after {} seconds it had not ended.",
            the(test),
            deadline.as_secs()
        ),
        doing(test, threads),
        "Read in the test what it waits for. Does it wait for more threads at the same time than \
         you start? Is a lock taken twice, a sender still alive, or a loop without an end?",
    )
}

pub(crate) fn stuck(test: &TestId, threads: Vec<ThreadState>) -> Verdict {
    verdict(
        VerdictKind::TimedOut,
        format!(
            "{} hangs: each of its threads waits for another, and none can ever go on.",
            the(test)
        ),
        doing(test, threads),
        "Read in the test what it waits for. Does it wait for more threads at the same time than \
         you start? Is a lock taken twice, or a sender still alive?",
    )
}

/// What each thread of a test that hangs was doing.
fn doing(test: &TestId, threads: Vec<ThreadState>) -> Evidence {
    let threads = of_the_test(test, threads);
    let story = threads
        .chunk_by(|one, other| one == other)
        .map(|alike| match alike {
            [first, _, ..] if first.name == ThreadState::WITHOUT_A_NAME => {
                format!("{} threads without a name: {}", alike.len(), first.doing)
            }
            _ => alike
                .iter()
                .map(|thread| format!("{}: {}", thread.name, thread.doing))
                .collect::<Vec<_>>()
                .join("\n"),
        })
        .collect::<Vec<_>>()
        .join("\n");
    Evidence {
        story: (!story.is_empty()).then_some(story),
        threads,
        ..of(test)
    }
}

/// The harness may run a test on the program's first thread, or on one named
/// after the test. In the second case the first one is the harness' own.
fn of_the_test(test: &TestId, mut threads: Vec<ThreadState>) -> Vec<ThreadState> {
    // The system keeps fifteen bytes of a name.
    let name = test.name.get(..15).unwrap_or(&test.name);
    let own = format!("thread `{name}`");
    if threads.iter().any(|thread| thread.name == own) {
        threads.retain(|thread| thread.name != ThreadState::OF_THE_TEST);
        // Those that it started without a name have its name. It is the oldest.
        let mut name = ThreadState::OF_THE_TEST;
        for thread in threads.iter_mut().filter(|thread| thread.name == own) {
            name.clone_into(&mut thread.name);
            name = ThreadState::WITHOUT_A_NAME;
        }
    }
    threads
}

pub(crate) fn exited(test: &TestId, code: i32) -> Verdict {
    verdict(
        VerdictKind::Crashed,
        format!(
            "{} never came to its end: the program was ended from within, with code {code}.",
            the(test)
        ),
        of(test),
        "Take out what ends the whole program, such as `std::process::exit`: return instead.",
    )
}

pub(crate) fn killed(test: &TestId, signal: &str, stderr: &str) -> Verdict {
    let overflow = stderr.contains("has overflowed its stack");
    let why = if overflow {
        "a thread used up its stack"
    } else {
        signal
    };
    let next_step = if overflow {
        "Look for a function that calls itself without end."
    } else {
        "Look for a panic while another panic is under way, and for `abort`."
    };
    verdict(
        VerdictKind::Crashed,
        format!("{} crashed: {why}.", the(test)),
        of(test),
        next_step,
    )
}

pub(crate) fn took_too_much(test: &TestId, excess: Excess) -> Verdict {
    let next_step = match excess {
        Excess::Memory(_) => "Look for a collection that grows without end.",
        Excess::Threads(_) => "Look for a loop that starts threads without end.",
        Excess::Output(_) => "Take out what prints in a loop.",
    };
    verdict(
        VerdictKind::Crashed,
        format!("{} took {}.", the(test), amount(excess)),
        of(test),
        next_step,
    )
}

/// A test that was not run, since it would pass or fail by luck.
pub(crate) fn left_out(test: &TestId, failure: &Verdict) -> Verdict {
    let by = match failure.test() {
        Some(test) => format!("`{test}` fails"),
        None => "the schedule tests cannot run".to_owned(),
    };
    verdict(
        failure.kind,
        format!("Not run. On real threads it would pass or fail by luck as long as {by}."),
        of(test),
        failure.next_step.clone(),
    )
}

pub(crate) fn not_explored(test: &TestId) -> Verdict {
    verdict(
        VerdictKind::Crashed,
        format!(
            "{} ended without a word from the explorer: your code ended it too early.",
            the(test)
        ),
        of(test),
        "Take out what ends the test or catches its panics, and return instead.",
    )
}

// --- The end -----------------------------------------------------------------

pub(crate) fn passed(tests: usize, schedules: u64, complete: bool) -> Verdict {
    let all = match tests {
        1 => "The test passes".to_owned(),
        n => format!("All {n} tests pass"),
    };
    let cause = match (schedules, complete) {
        (0, _) => format!("{all}."),
        (1, true) => format!("{all}, and there is only one schedule."),
        (n, true) => format!("{all}, on all {n} schedules that there are."),
        (n, false) => format!("{all}, on every one of {n} schedules tried."),
    };
    verdict(
        VerdictKind::Passed,
        cause,
        Evidence {
            schedules: (schedules > 0).then_some(schedules),
            complete: (schedules > 0).then_some(complete),
            ..Evidence::default()
        },
        "Go on with `cargo checker next`.",
    )
}

pub(crate) fn test_passed(test: &TestId, schedules: u64, complete: bool) -> Verdict {
    Verdict {
        evidence: Evidence {
            schedules: (schedules > 0).then_some(schedules),
            complete: (schedules > 0).then_some(complete),
            ..of(test)
        },
        ..passed(1, schedules, complete)
    }
}

/// There is no place to build in.
pub(crate) fn no_place(what: String) -> Verdict {
    Verdict {
        next_step: "Make sure that the workbook's folder is writable and the disk is not full."
            .to_owned(),
        ..grader_error(None, what)
    }
}

/// Something of ours went wrong; `what` says what.
pub(crate) fn grader_error(test: Option<&TestId>, what: impl Into<String>) -> Verdict {
    let what = what.into();
    let next_step = if tells_of_a_full_disk(&what) {
        "Free some space on this disk, and run the check again."
    } else {
        "Run the check again; if it fails again, `cargo checker doctor` looks for the reason."
    };
    verdict(
        VerdictKind::GraderError,
        "The checker itself failed. This says nothing about your code.",
        Evidence {
            test: test.cloned(),
            message: Some(what),
            ..Evidence::default()
        },
        next_step,
    )
}

/// Whether the words of the system, the compiler or cargo are about a full disk.
pub(crate) fn tells_of_a_full_disk(text: &str) -> bool {
    ["No space left on device", "not enough space on the disk"]
        .iter()
        .any(|words| text.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explorer::Step;

    fn thread(name: &str) -> ThreadState {
        ThreadState {
            name: name.to_owned(),
            doing: "sleeping".to_owned(),
        }
    }

    #[test]
    fn a_full_disk_is_no_riddle() {
        let next = |what: &str| grader_error(None, what).next_step;
        assert!(next("failed to write x: No space left on device").starts_with("Free some space"));
        assert!(next("the linker is gone").contains("doctor"));
    }

    fn problem(code: &str, rendered: &str) -> Problem {
        Problem {
            code: Some(code.to_owned()),
            message: String::new(),
            file: None,
            line: None,
            rendered: rendered.to_owned(),
            files: Vec::new(),
            asides: Vec::new(),
        }
    }

    #[test]
    fn a_test_may_name_the_place_to_look_at() {
        let test = TestId::new(Target::Schedules, "t");
        let told = |message: &str| {
            let panic = Panic {
                thread: "main".to_owned(),
                message: message.to_owned(),
                file: "exercises/ex42/tests/schedules.rs".to_owned(),
                line: 7,
            };
            let told = test_failed(&test, Some(&panic));
            let place = (told.evidence.file.unwrap(), told.evidence.line.unwrap());
            (place, told.next_step, told.cause)
        };
        let (place, next_step, cause) = told("it wakes up\n    at src/lib.rs:81   sleep();");
        assert_eq!(place, ("exercises/ex42/src/lib.rs".to_owned(), 81));
        assert_eq!(next_step, LEADS_THERE);
        assert_eq!(cause, WRONG);
        let (place, next_step, _) = told("assertion `left == right` failed\n  left: 1");
        assert_eq!(place.1, 7);
        assert!(next_step.starts_with("Compare"), "{next_step}");
    }

    #[test]
    fn only_what_rustc_explains_is_to_be_looked_up() {
        let next = |code: &str| compile_error(&[problem(code, "")]).next_step;
        assert!(next("E0277").contains("rustc --explain E0277"));
        assert!(!next("unused_must_use").contains("--explain"));
        let said = "error: no\n 1 | unsafe\n   |\n   = note: requested on the command line with \
                    `-F unsafe-code`\n";
        let forbidden = compile_error(&[problem("unsafe_code", said)]);
        let story = forbidden.evidence.story.as_deref();
        assert_eq!(story, Some("error: no\n 1 | unsafe"));
        assert!(forbidden.cause.contains("`unsafe`"), "{}", forbidden.cause);
        assert!(!forbidden.next_step.contains("--explain"));
    }

    #[test]
    fn a_bound_of_the_learner_is_not_blamed_on_the_tests() {
        let needs = "function requires argument type to outlive `'static`";
        let next = |code: &str, said: &str| tests_cannot_call(&[problem(code, said)]).next_step;
        assert!(next("E0373", needs).starts_with("Take the `'static` out"));
        assert!(!next("E0373", "").contains("'static"));
        assert!(!next("E0277", needs).starts_with("Take"));
    }

    #[test]
    fn places_in_the_explorer_are_none_of_the_learners_business() {
        let said = "note: required by a bound in `spawn`\n  --> checker/interleave/src/thread/mod.rs:1:0\n\
                    note: here\n  --> exercises/ex16/src/lib.rs:7:1";
        let told = compile_error(&[problem("E0277", said)]);
        assert_eq!(
            told.evidence.story.as_deref(),
            Some(
                "note: required by a bound in `spawn`\n\
                 note: here\n  --> exercises/ex16/src/lib.rs:7:1"
            )
        );
    }

    #[test]
    fn a_panic_of_the_learners_code_is_no_answer() {
        let test = TestId::new(Target::Behaviour, "t");
        let of = |file: &str| {
            let panic = Panic {
                thread: "main".to_owned(),
                message: "no".to_owned(),
                file: file.to_owned(),
                line: 1,
            };
            test_failed(&test, Some(&panic)).cause
        };
        assert!(of("exercises/ex01/src/lib.rs").contains("panics"));
        assert!(of("exercises/ex01/tests/behaviour.rs").contains("wrong answer"));
    }

    fn failure(kind: FailureKind, message: &str) -> Failure {
        Failure {
            kind,
            message: message.to_owned(),
            file: None,
            line: None,
            story: None,
            schedules: None,
            token: None,
            switches: None,
            picture: None,
            why: Vec::new(),
            steps: Vec::new(),
        }
    }

    #[test]
    fn a_data_race_is_not_told_as_a_matter_of_luck() {
        let test = TestId::new(Target::Schedules, "t");
        let of = |message: &str| explorer_failure(&test, &failure(FailureKind::Race, message));
        let data = of("data race on cell 1: main reads it, thread 1 writes it");
        let luck = of("assertion failed: data race");
        assert_eq!(
            (data.kind, luck.kind),
            (VerdictKind::Race, VerdictKind::Race)
        );
        assert!(data.cause.contains("same memory"), "{}", data.cause);
        assert!(luck.cause.contains("luck"), "{}", luck.cause);
    }

    #[test]
    fn what_the_explorer_explains_is_not_explained_again() {
        let test = TestId::new(Target::Schedules, "t");
        for kind in [
            FailureKind::Race,
            FailureKind::Deadlock,
            FailureKind::Livelock,
            FailureKind::Overlocked,
        ] {
            let mut failure = failure(kind, "no");
            let guessed = explorer_failure(&test, &failure).next_step;
            assert!(guessed.contains("in the schedule") || guessed.contains("the schedule,"));
            failure.why.push("Join the thread before.".to_owned());
            assert_eq!(explorer_failure(&test, &failure).next_step, SAID_BELOW);
        }
    }

    #[test]
    fn a_place_to_look_at_is_not_a_panic_there() {
        let test = TestId::new(Target::Schedules, "t");
        let own = "exercises/ex01/src/lib.rs";
        let mut failure = failure(FailureKind::WrongAnswer, "no");
        failure.file = Some(own.to_owned());
        let panic = |file: &str| Step {
            thread: 0,
            act: "panic".to_owned(),
            file: Some(file.to_owned()),
        };
        failure.steps = vec![panic("exercises/ex01/tests/schedules.rs")];
        let told = explorer_failure(&test, &failure).cause;
        assert!(told.contains("wrong answer"), "{told}");
        failure.steps = vec![panic(own)];
        assert!(explorer_failure(&test, &failure).cause.contains("panics"));
    }

    #[test]
    fn the_tests_own_thread_is_named_once() {
        let test = TestId::new(Target::Schedules, "opposite_transfers_both_finish");
        let names = |threads| -> Vec<_> {
            of_the_test(&test, threads)
                .into_iter()
                .map(|thread| thread.name)
                .collect()
        };
        let first = ThreadState::OF_THE_TEST;
        assert_eq!(
            names(vec![thread(first), thread("thread `a`")]),
            [first, "thread `a`"]
        );
        assert_eq!(
            names(vec![
                thread(first),
                thread("thread `opposite_transf`"),
                thread("thread `a`")
            ]),
            [first, "thread `a`"]
        );
    }

    #[test]
    fn threads_that_inherit_the_name_of_the_test_are_not_the_test() {
        let test = TestId::new(Target::Behaviour, "opposite_transfers_both_finish");
        let one = || thread("thread `opposite_transf`");
        let threads = vec![thread(ThreadState::OF_THE_TEST), one(), one(), one()];
        let verdict = timed_out(&test, Duration::from_secs(10), threads);
        assert_eq!(
            verdict.evidence.story.as_deref(),
            Some("the test's own thread: sleeping\n2 threads without a name: sleeping")
        );
        assert_eq!(verdict.evidence.threads.len(), 3);
    }

    #[test]
    fn threads_of_one_name_are_told_one_by_one() {
        let test = TestId::new(Target::Behaviour, "t");
        let threads = vec![thread("thread `a`"), thread("thread `a`")];
        let verdict = timed_out(&test, Duration::from_secs(10), threads);
        assert_eq!(
            verdict.evidence.story.as_deref(),
            Some("thread `a`: sleeping\nthread `a`: sleeping")
        );
    }
}
