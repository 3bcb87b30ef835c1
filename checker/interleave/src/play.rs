//! One choice at a time, for somebody who wants to be the scheduler.
//!
//! There is no process that waits for an answer: whoever plays runs the program
//! again for each choice, with all that was chosen so far as a token in
//! `INTERLEAVE_PREFIX`. The line that goes to `INTERLEAVE_REPORT` says where the
//! threads stand, and for each thing that can be chosen next the token that
//! chooses it. So taking a choice back is running an earlier token.

use crate::engine::board::{Board, Doing};
use crate::engine::clock::Tid;
use crate::engine::execution::Execution;
use crate::engine::failure::{Failure, Spot};
use crate::engine::op::Act;
use crate::engine::tell::Line;
use crate::explore::{BODY, Search};
use crate::report::{self, Report};
use crate::rerun;
use crate::search::replay::{Log, Replay, Schedule, Stop};
use crate::search::token::Token;
use crate::source::is_std;
use crate::story::data::Quote;
use crate::story::json::Object;

/// So many lines of a story are reported. One that never ends says no more.
const MOST_LINES: usize = 4_000;

/// Runs the choices of a token and reports what can be chosen next. Says
/// whether the schedule ended with a failure.
pub(crate) fn run(token: &Token, search: &mut Search) -> bool {
    let (told, log) = execute(token, &token.choices, search);
    let report = |outcome| {
        report::outcome(outcome)
            .text("prefix", &token.encode())
            .flag("astray", log.astray)
            .number("switches", told.schedule.switches())
    };
    let Some(stop) = &log.stopped else {
        let failure = rerun::failure(&told, token);
        let line = add_board(report("ended"), &told, usize::MAX);
        let json = failure.as_ref().map_or("null".to_string(), Report::json);
        report::publish_line(&line.raw("failure", &json).end());
        return failure.is_some();
    };
    let (upto, choice) = match stop {
        Stop::Thread(candidates) => {
            let choice = Object::new().text("kind", "thread");
            let choice = choice.list("options", candidates, |tid| {
                let then = then(token, |choices| choices.threads.push(*tid));
                thread_option(&told, *tid, &then)
            });
            (usize::MAX, choice)
        }
        Stop::Outcome { step, count } => {
            let before = step_line(&told, *step);
            let lines = told.story.as_ref().map_or(&[][..], |story| &story.lines);
            let whose = lines.get(before).map_or(Object::new(), |line| {
                at(
                    Object::new().number("thread", line.tid.index()),
                    line.spot.clone(),
                )
            });
            let outcomes = (0..*count).map(|outcome| {
                let mut choices = token.choices.clone();
                choices.outcomes.push(outcome);
                let (told, _) = execute(token, &choices, search);
                let text = told.story.as_ref().and_then(|story| {
                    let line = story.lines.get(step_line(&told, *step))?;
                    Some(line.text.clone())
                });
                let then = then(token, |choices| choices.outcomes.push(outcome));
                value_option(&text.unwrap_or_default(), &then)
            });
            let options: Vec<String> = outcomes.collect();
            let choice = whose.text("kind", "outcome");
            (before, choice.list("options", &options, String::clone))
        }
    };
    let line = add_board(report("choice"), &told, upto);
    report::publish_line(&line.raw("choice", &choice.end()).end());
    false
}

fn execute(token: &Token, choices: &Schedule, search: &mut Search) -> (Box<Execution>, Log) {
    let replay = Replay::of_choices(choices.clone()).stopping();
    let log = replay.log();
    let told = search.execute_again(token.mode, replay, false);
    (told, log.take())
}

/// The token that makes one more choice.
fn then(token: &Token, choose: impl FnOnce(&mut Schedule)) -> String {
    let mut token = Token {
        way: None,
        ..token.clone()
    };
    choose(&mut token.choices);
    token.encode()
}

/// Where in the story a step stands: what was printed is no step.
fn step_line(told: &Execution, step: usize) -> usize {
    let lines = told.story.as_ref().map_or(&[][..], |story| &story.lines);
    let mut steps = lines.iter().enumerate().filter(|(_, line)| is_step(line));
    steps.nth(step).map_or(lines.len(), |(at, _)| at)
}

fn is_step(line: &Line) -> bool {
    !matches!(line.act, Act::Print | Act::Panic)
}

fn thread_option(told: &Execution, tid: Tid, then: &str) -> String {
    let op = told.threads[tid.index()].next.as_ref();
    let text = op.map_or(String::new(), |op| told.about_to(op));
    let option = Object::new().number("thread", tid.index());
    option.text("text", &text).text("then", then).end()
}

fn value_option(text: &str, then: &str) -> String {
    Object::new().text("text", text).text("then", then).end()
}

/// What happened, up to a line of the story, and where the threads stand.
fn add_board(line: Object, told: &Execution, upto: usize) -> Object {
    let lines = told.story.as_ref().map_or(&[][..], |story| &story.lines);
    let steps = lines.iter().take(upto.min(MOST_LINES));
    let steps = steps.map(|line| (line, text(line)));
    let steps: Vec<String> = steps
        .filter(|(_, text)| !text.is_empty())
        .map(|(line, text)| {
            let step = Object::new().number("thread", line.tid.index());
            let step = step.text("text", text);
            at(step, line.spot.clone()).end()
        })
        .collect();
    let board = told.board();
    let threads: Vec<String> = (0..told.threads.len())
        .map(|index| thread(told, &board, index))
        .collect();
    line.list("steps", &steps, String::clone)
        .list("threads", &threads, String::clone)
}

/// Whoever plays chose each step, so each is shown.
fn text(line: &Line) -> &str {
    match line.act {
        // The body's own start was no choice.
        Act::Start if line.tid == BODY => "",
        Act::Start => "starts",
        Act::Exit => "ends",
        _ => &line.text,
    }
}

/// Where a thread stands.
fn thread(told: &Execution, board: &Board, index: usize) -> String {
    let tid = Tid(u32::try_from(index).unwrap_or(u32::MAX));
    let standing = &board.threads[index];
    let object = Object::new().text("name", &told.thread_name(tid));
    let panicked = tid == BODY && matches!(told.failure, Some(Failure::Panic { .. }));
    let next = told.threads[index].next.as_ref();
    let object = match (&standing.doing, next) {
        // If the body panicked, nothing comes of its next step.
        (Doing::Ended, _) | (_, None) => object.text("state", "ended"),
        _ if panicked => object.text("state", "ended"),
        (doing, Some(op)) => {
            let object = match doing {
                Doing::Blocked { on, .. } => object.text("state", "blocked").text("waits_for", on),
                Doing::Idle => object.text("state", "idle"),
                _ => object.text("state", "ready"),
            };
            let object = object.text("next", &told.about_to(op));
            at(object, standing.at.map(Spot::of))
        }
    };
    let held = board.holds.iter().filter(|hold| hold.by == tid);
    let held: Vec<_> = held.collect();
    let object = object.list("holds", &held, |hold| {
        Object::new()
            .text("lock", &told.object_name(hold.lock))
            .number("line", hold.since.line() as usize)
            .end()
    });
    object.end()
}

/// Adds a place, if it says anything to the user.
fn at(object: Object, spot: Option<Spot>) -> Object {
    let spot = spot.filter(|spot| !is_std(spot));
    object.place(spot.map(|spot| Quote { spot, source: None }).as_ref())
}
