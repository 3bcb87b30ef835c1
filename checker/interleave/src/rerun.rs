//! One schedule once more, instead of an exploration: because the environment
//! asks for it.
//!
//! `INTERLEAVE_REPLAY=TOKEN` runs the schedule of a token, with what the program
//! prints on the terminal. In a plain process: a debugger can follow.
//!
//! `INTERLEAVE_PREFIX=TOKEN` runs the choices of a token and stops at the next
//! one; see [`crate::play`].

use crate::engine::execution::Execution;
use crate::engine::op::Act;
use crate::explore::{Mode, Search};
use crate::play;
use crate::report::{self, Report};
use crate::search::replay::{Replay, Schedule};
use crate::search::token::{Damage, Digest, Token};
use crate::story::data::Teller;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

/// The environment variable that names a schedule to be run again.
pub(crate) const REPLAY: &str = "INTERLEAVE_REPLAY";
/// The environment variable that names the first choices of a schedule.
const PREFIX: &str = "INTERLEAVE_PREFIX";
/// The prefix without a choice. With `:TOKEN` behind it, that of the token's
/// exploration; alone, that of the first exploration.
const START: &str = "start";

/// What the environment asks for.
pub(crate) enum Asked {
    /// The schedule of a token.
    Replay(Token),
    /// The choices of a token, and no more.
    Prefix(Token),
    /// The first exploration, up to its first choice.
    Start,
    /// Nobody knows what: the text is no token.
    Nonsense {
        variable: &'static str,
        text: String,
        damage: Damage,
    },
}

/// What the environment asks for, if anything. It is read once, before any
/// explored program runs: a program cannot ask.
pub(crate) fn asked() -> Option<&'static Asked> {
    static ASKED: OnceLock<Option<Asked>> = OnceLock::new();
    ASKED
        .get_or_init(|| {
            let read = |variable| Some(std::env::var_os(variable)?.to_string_lossy().into_owned());
            if let Some(text) = read(REPLAY) {
                Some(decode(REPLAY, &text, Asked::Replay))
            } else {
                Some(prefix(&read(PREFIX)?))
            }
        })
        .as_ref()
}

fn prefix(text: &str) -> Asked {
    match text.split_once(':') {
        Some((START, token)) => decode(PREFIX, token, |token| {
            Asked::Prefix(Token {
                choices: Schedule::default(),
                ..token
            })
        }),
        _ if text == START => Asked::Start,
        _ => decode(PREFIX, text, Asked::Prefix),
    }
}

fn decode(variable: &'static str, text: &str, asked: impl FnOnce(Token) -> Asked) -> Asked {
    match Token::decode(text) {
        Ok(token) => asked(token),
        Err(damage) => Asked::Nonsense {
            variable,
            text: text.to_string(),
            damage,
        },
    }
}

/// Does what was asked for, as far as it concerns this exploration.
///
/// # Panics
///
/// If the schedule fails, or what was asked for makes no sense.
pub(crate) fn run(asked: &'static Asked, mut search: Search) {
    let failed = match asked {
        Asked::Replay(token) if search.whose() == token.whose => replay(token, &mut search),
        Asked::Prefix(token) if search.whose() == token.whose => play::run(token, &mut search),
        Asked::Start if is_first() => {
            let token = Token {
                mode: Mode::default(),
                always: false,
                whose: search.whose(),
                way: None,
                choices: Schedule::default(),
            };
            play::run(&token, &mut search)
        }
        Asked::Replay(_) | Asked::Prefix(_) | Asked::Start => {
            // Other explorations of the same tests. They are not judged.
            report::publish_line(&report::outcome("skipped").end());
            eprintln!(
                "interleave: this is left out, a schedule of another exploration is asked for"
            );
            return;
        }
        Asked::Nonsense {
            variable,
            text,
            damage,
        } => {
            report::publish_line(&report::outcome("damaged").end());
            eprintln!("interleave: {variable}={text} is not a token: {damage}");
            true
        }
    };
    // What follows is the end of the test.
    drop(search);
    if failed {
        std::panic::resume_unwind(Box::new("see what was said above"));
    }
}

/// Whether nobody asked before.
fn is_first() -> bool {
    static ASKED: AtomicBool = AtomicBool::new(false);
    !ASKED.swap(true, Ordering::Relaxed)
}

/// Runs the schedule of a token. Says whether it fails.
fn replay(token: &Token, search: &mut Search) -> bool {
    eprintln!("interleave: one schedule is run again. What the program prints comes here.\n");
    let replay = Replay::of_choices(token.choices.clone());
    let log = replay.log();
    let mut told = search.execute_again(token.mode, replay, true);
    // Nothing came after the last step that would have kept it.
    told.keep_board();
    let same_way = !log.borrow().astray && token.way.is_none_or(|known| known == way(&told));
    let report = failure(&told, token);
    let failure = report.as_ref().map_or("null".to_string(), Report::json);
    let telling = Teller::new(&told).tell(told.failure.as_ref(), &[]);
    let line = report::outcome("replayed")
        .flag("same_way", same_way)
        .raw("failure", &failure);
    report::publish_line(&telling.add_to(line).end());
    if let Some(report) = &report {
        eprint!("{}", report.story());
    } else {
        eprintln!("\ninterleave: this schedule passes.");
    }
    if !same_way {
        eprintln!(
            "interleave: the program took another way than the token says. Either it was edited since, or it\n\
             depends on something besides its schedule, such as random numbers or addresses."
        );
    }
    report.is_some()
}

/// What went wrong in an execution, if anything did.
pub(crate) fn failure(told: &Execution, token: &Token) -> Option<Report> {
    let failure = told.failure.as_ref()?;
    let report = Report::of(failure, told, token.always, true, 0);
    Some(report.with_token(token, told.schedule.switches()))
}

/// A digest of an exploration's name, which is the type of its body, and of how
/// many of that name there were before: a token finds its exploration by it.
/// Lines do not count, so that a program may be edited in between.
pub(crate) fn whose(name: &str) -> u16 {
    static SO_FAR: Mutex<BTreeMap<String, u32>> = Mutex::new(BTreeMap::new());
    // The crate may be called otherwise, by another runner of tests.
    let name = name.split_once("::").map_or(name, |(_, rest)| rest);
    let mut so_far = SO_FAR.lock().unwrap_or_else(PoisonError::into_inner);
    let count = so_far.entry(name.to_string()).or_default();
    let mut digest = Digest::new();
    digest.add(name.as_bytes());
    digest.add(&count.to_le_bytes());
    *count += 1;
    digest.fold()
}

/// A digest of the steps that an execution took: which thread did what, not on
/// which line. What it printed is no step.
pub(crate) fn way(told: &Execution) -> u16 {
    let mut digest = Digest::new();
    for line in told.story.iter().flat_map(|story| &story.lines) {
        if !matches!(line.act, Act::Print | Act::Panic) {
            digest.add(&line.tid.0.to_le_bytes());
            digest.add(format!("{:?}", line.act).as_bytes());
        }
    }
    if let Some(failure) = &told.failure {
        digest.add(format!("{:?}", failure.kind()).as_bytes());
    }
    digest.fold()
}
