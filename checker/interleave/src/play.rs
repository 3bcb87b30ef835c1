//! One choice at a time, for somebody who wants to be the scheduler.
//!
//! There is no process that waits for an answer: whoever plays runs the program
//! again for each choice, with all that was chosen so far as a token in
//! `INTERLEAVE_PREFIX`. The line that goes to `INTERLEAVE_REPORT` says where the
//! threads stand, and for each thing that can be chosen next the token that
//! chooses it. So taking a choice back is running an earlier token.

use crate::engine::about::Standing;
use crate::engine::clock::Tid;
use crate::engine::execution::Execution;
use crate::engine::failure::Spot;
use crate::engine::object::Place;
use crate::engine::op::Act;
use crate::engine::tell::Line;
use crate::explore::{BODY, Search};
use crate::lanes::is_shown;
use crate::report::{self, Report, is_std, json_string};
use crate::rerun::{self, line};
use crate::search::replay::{Log, Replay, Schedule, Stop};
use crate::search::token::Token;
use crate::source::tidy;
use std::fmt::Write as _;

/// So many lines of a story are reported. One that never ends says no more.
const MOST_LINES: usize = 4_000;

/// Runs the choices of a token and reports what can be chosen next. Says
/// whether the schedule ended with a failure.
pub(crate) fn run(token: &Token, search: &mut Search) -> bool {
    let (told, log) = execute(token, &token.choices, search);
    let mut fields = format!(
        ",\"prefix\":\"{}\",\"astray\":{},\"switches\":{}",
        token.encode(),
        log.astray,
        told.schedule.switches()
    );
    let Some(stop) = &log.stopped else {
        let report = rerun::failure(&told, token);
        add_board(&mut fields, &told, usize::MAX);
        let failure = report.as_ref().map_or("null".to_string(), Report::json);
        let _ = write!(fields, ",\"failure\":{failure}");
        report::publish_line(&line("ended", &fields));
        return report.is_some();
    };
    match stop {
        Stop::Thread(candidates) => {
            add_board(&mut fields, &told, usize::MAX);
            let options = candidates.iter().map(|tid| {
                let then = then(token, |choices| choices.threads.push(*tid));
                thread_option(&told, *tid, &then)
            });
            add_choice(&mut fields, "thread", "", options);
        }
        Stop::Outcome { step, count } => {
            let before = step_line(&told, *step);
            add_board(&mut fields, &told, before);
            let lines = told.story.as_ref().map_or(&[][..], |story| &story.lines);
            let whose = lines.get(before).map_or(String::new(), |line| {
                format!(",\"thread\":{}{}", line.tid.0, at(line.spot.as_ref()))
            });
            let options = (0..*count).map(|outcome| {
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
            let options: Vec<String> = options.collect();
            add_choice(&mut fields, "outcome", &whose, options.into_iter());
        }
    }
    report::publish_line(&line("choice", &fields));
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
    format!(
        "{{\"thread\":{},\"text\":{},\"then\":\"{then}\"}}",
        tid.0,
        json_string(&text)
    )
}

fn value_option(text: &str, then: &str) -> String {
    format!("{{\"text\":{},\"then\":\"{then}\"}}", json_string(text))
}

fn add_choice(out: &mut String, kind: &str, whose: &str, options: impl Iterator<Item = String>) {
    let options: Vec<String> = options.collect();
    let _ = write!(
        out,
        ",\"choice\":{{\"kind\":\"{kind}\"{whose},\"options\":[{}]}}",
        options.join(",")
    );
}

/// What happened, up to a line of the story, and where the threads stand.
/// Whoever plays chose each step, so each is shown.
fn add_board(out: &mut String, told: &Execution, upto: usize) {
    add_steps(out, told, upto, |line| match line.act {
        // The body's own start was no choice.
        Act::Start if line.tid == BODY => "",
        Act::Start => "starts",
        Act::Exit => "ends",
        _ => &line.text,
    });
}

fn add_steps(out: &mut String, told: &Execution, upto: usize, text: impl Fn(&Line) -> &str) {
    let lines = told.story.as_ref().map_or(&[][..], |story| &story.lines);
    let steps = lines.iter().take(upto.min(MOST_LINES));
    let steps = steps.map(|line| (line, text(line)));
    let steps: Vec<String> = steps
        .filter(|(_, text)| !text.is_empty())
        .map(|(line, text)| {
            format!(
                "{{\"thread\":{},\"text\":{}{}}}",
                line.tid.0,
                json_string(text),
                at(line.spot.as_ref())
            )
        })
        .collect();
    let _ = write!(
        out,
        ",\"steps\":[{}],\"threads\":{}",
        steps.join(","),
        threads(told)
    );
}

/// What happened, and where the threads stood after each step of it.
pub(crate) fn add_walk(out: &mut String, told: &mut Execution) {
    told.keep_frame();
    add_steps(out, told, usize::MAX, told_text);
    let story = told.story.as_ref();
    let lines = story.map_or(&[][..], |story| &story.lines);
    let frames = story.and_then(|story| story.frames.as_deref());
    let mut frames = frames.unwrap_or_default().iter().peekable();
    let mut after = Vec::new();
    for (number, line) in lines.iter().enumerate().take(MOST_LINES) {
        // The last moment before the next line.
        while frames.peek().is_some_and(|(lines, _)| *lines <= number) {
            frames.next();
        }
        if !told_text(line).is_empty() {
            after.push(frames.peek().map_or("null", |(_, threads)| threads));
        }
    }
    let _ = write!(out, ",\"after\":[{}]", after.join(","));
}

/// What the lanes of a story say of a line: the steps have the same numbers.
fn told_text(line: &Line) -> &str {
    if is_shown(line) { &line.text } else { "" }
}

/// Where all threads stand.
pub(crate) fn threads(told: &Execution) -> String {
    let threads: Vec<String> = (0..told.threads.len())
        .map(|index| thread(told, Tid(u32::try_from(index).unwrap_or(u32::MAX))))
        .collect();
    format!("[{}]", threads.join(","))
}

/// Where a thread stands.
fn thread(told: &Execution, tid: Tid) -> String {
    let next = told.threads[tid.index()].next.as_ref();
    let standing = told.standing(tid);
    let mut out = format!(
        "{{\"name\":{},\"state\":\"{}\"",
        json_string(&told.thread_name(tid)),
        match standing {
            Standing::Ready => "ready",
            Standing::Blocked => "blocked",
            Standing::Idle => "idle",
            Standing::Ended => "ended",
        }
    );
    if let Some(op) = next.filter(|_| standing != Standing::Ended) {
        let _ = write!(out, ",\"next\":{}", json_string(&told.about_to(op)));
        // Where something is dropped no line says.
        let place: Option<Place> = (!op.act.is_a_drop()).then_some(op.at);
        out.push_str(&at(place.map(Spot::of).as_ref()));
        if standing == Standing::Blocked {
            let waits = told.what_it_waits_for(op);
            let _ = write!(out, ",\"waits_for\":{}", json_string(&waits));
        }
    }
    let held = told.holds(tid).into_iter().map(|(name, since)| {
        let name = json_string(&name);
        format!("{{\"object\":{name},\"since\":{}}}", since.line())
    });
    let held: Vec<String> = held.collect();
    let _ = write!(out, ",\"holds\":[{}]}}", held.join(","));
    out
}

fn at(spot: Option<&Spot>) -> String {
    match spot.filter(|spot| !is_std(spot)) {
        Some(spot) => format!(
            ",\"file\":{},\"line\":{}",
            json_string(&tidy(&spot.file)),
            spot.line
        ),
        None => String::new(),
    }
}
