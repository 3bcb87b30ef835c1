//! What the threads did instead of running at the same time.

use super::{and, capital};
use crate::engine::clock::Tid;
use crate::engine::failure::Spot;
use crate::engine::op::Act;
use crate::engine::tell::Line;
use crate::explore::BODY;
use crate::source::{Sources, is_of_a_test, shortest};
use crate::story::data::{Hold, Overlocked, Quote, Stretch, Teller};
use crate::story::sections::{Section, sections};

/// So many places are named of what is done under a lock.
const MOST_PLACES: usize = 3;

/// What a plain schedule shows, as data and in words.
pub(crate) fn explain(teller: &mut Teller) -> (Overlocked, Vec<String>) {
    let threads = teller.told.threads.len() - 1;
    let found = Overlocked {
        threads,
        one_by_one: threads > 1 && one_by_one(teller),
        longest: longest(teller),
    };
    let mut why = Vec::new();
    // What its test starts and joins is not up to the program.
    let lines = teller.lines().iter().enumerate();
    let mut spawns = lines.filter(|(_, line)| line.act == Act::Spawn);
    let own_threads = spawns.any(|(at, _)| !teller.is_of_the_test(at));
    if threads == 0 {
        why.push("No thread is started: the test's own thread does everything itself.".to_string());
    } else if found.one_by_one && own_threads {
        why.push(tell_one_by_one(teller, threads));
    } else if own_threads {
        why.extend(joined_early(teller).or_else(|| works_alone(teller, threads)));
    }
    if let Some(longest) = &found.longest {
        why.push(tell(teller, longest));
    }
    if threads > 0 && why.is_empty() {
        let waits = waits_for_a_value(teller)
            .or_else(|| one_channel_first(teller))
            .or_else(|| all_before_the_first(teller))
            .or_else(|| own_threads.then(|| too_few(teller, threads)));
        why.extend(waits);
    }
    (found, why)
}

/// Each thread is waited for before the next one is started.
fn tell_one_by_one(teller: &Teller, threads: usize) -> String {
    let lines = teller.lines();
    let first = |wanted: &dyn Fn(Act) -> bool| lines.iter().position(|line| wanted(line.act));
    let join = first(&|act| matches!(act, Act::Join | Act::JoinScope));
    let spawn = first(&|act| act == Act::Spawn);
    let at = join.map_or(String::new(), |at| teller.at(at));
    if let Some(join) = join {
        teller.blame(join);
    }
    // An iterator starts a thread when the next handle is asked for.
    let mut sources = Sources::default();
    let mut is_lazy = |at: usize| {
        let line = lines[at].spot.as_ref().and_then(|spot| sources.line(spot));
        line.is_some_and(|text| text.contains(".map("))
    };
    let lazy = if [spawn, join].into_iter().flatten().any(&mut is_lazy) {
        " An iterator does nothing before it is asked for the next item: `collect` the handles in between."
    } else {
        ""
    };
    format!(
        "{threads} threads are started, but each of them has been waited for{at} before the next one is started, so no \
         two ever run at the same time. Start all of them first, and wait for them afterwards.{lazy}"
    )
}

/// A guard that its thread seems not to know of, or one that it could let go of.
fn guard_of(since: &Quote) -> &'static str {
    let text = since.source.as_deref().unwrap_or_default();
    let to_the_end = ["while let", "if let", "match "];
    if to_the_end.iter().any(|word| text.contains(word)) {
        " A guard that has no name lives to the end of its statement, and in `while let`, `if let` and `match` that is the \
         end of the body. Take out what you need in a `let` of its own."
    } else if text.starts_with("let ") || text.is_empty() {
        ""
    } else {
        " A guard that has no name lives to the end of its statement. Take out what you need in a `let` of its own."
    }
}

/// What the body does before the only thread runs, or after.
fn works_alone(teller: &Teller, threads: usize) -> Option<String> {
    if threads > 1 {
        return None;
    }
    let lines = teller.lines();
    let spawn = lines.iter().position(|line| line.act == Act::Spawn)?;
    let child = lines[spawn].other?;
    let does = |at: &usize| {
        let line = &lines[*at];
        let passes = matches!(
            line.act,
            Act::Start | Act::Spawn | Act::Join | Act::JoinScope
        );
        line.tid == BODY && !line.text.is_empty() && !passes
    };
    let ends = |line: &Line| {
        let join = line.act == Act::Join && line.other == Some(child);
        let asks = line.act == Act::IsFinished && line.text.ends_with("true");
        line.tid == BODY && (join || asks || line.act == Act::JoinScope)
    };
    let end = spawn + lines[spawn..].iter().position(ends)?;
    let waits = (spawn..end).filter(does);
    let asks = |at: usize| {
        matches!(
            lines[at].act,
            Act::IsFinished | Act::Yield | Act::Spin | Act::Sleep
        )
    };
    if waits
        .into_iter()
        .any(|at| !asks(at) && lines[at].act != Act::DropSender)
    {
        return None;
    }
    let who = teller.who(child);
    if let Some(last) = (0..spawn).rev().find(does) {
        teller.blame(spawn);
        return Some(format!(
            "Main has done its own part already ({}) when it starts {who} ({}{}), and then it only waits. Start \
             the thread first, do your own part, and join it then.",
            teller.step(last),
            teller.step(spawn),
            teller.at(spawn)
        ));
    }
    (end + 1..lines.len()).find(does).map(|_| {
        teller.blame(end);
        format!(
            "Main starts {who} ({}{}) and waits at once until it has ended ({}{}). All that main does afterwards \
             comes too late to happen at the same time.",
            teller.step(spawn),
            teller.at(spawn),
            teller.step(end),
            teller.at(end)
        )
    })
}

/// A thread reads what another one stored when it was done, and does all that
/// it does after that.
fn waits_for_a_value(teller: &Teller) -> Option<String> {
    let lines = teller.lines();
    let mut loads = lines.iter().enumerate();
    loads.find_map(|(load, line)| {
        let first = lines.iter().find(|other| {
            other.tid == line.tid && other.act != Act::Start && !other.text.is_empty()
        })?;
        let read = line.memory.as_ref().filter(|_| line.act == Act::Load)?.read?;
        let stored = read.at.map(Spot::of);
        let is_it = |other: &Line| {
            other.tid == read.by && other.spot == stored && other.object() == line.object()
        };
        let store = lines[..load].iter().rposition(is_it)?;
        let more = |other: &Line| {
            other.tid == read.by && !other.text.is_empty() && other.act != Act::Exit
        };
        let last = !lines[store + 1..].iter().any(more);
        if line.tid == BODY || read.by == BODY || !std::ptr::eq(first, line) || !last {
            return None;
        }
        let (me, other) = (teller.who(line.tid), teller.who(read.by));
        teller.blame(load);
        Some(format!(
            "{} begins in {}{}: it looks at {}, which {other} sets in {}{}, at the end of what it does. If {me} \
             waits for that, the two take turns, and never work at the same time.",
            capital(&me),
            teller.step(load),
            teller.at(load),
            teller.what(line.object()?),
            teller.step(store),
            teller.at(store)
        ))
    })
}

/// One channel is emptied up to its end before the next one is looked at.
fn one_channel_first(teller: &Teller) -> Option<String> {
    let lines = teller.lines();
    let mut ends = lines.iter().enumerate();
    ends.find_map(|(end, line)| {
        let channel = line.object().filter(|_| line.text.starts_with("learns that all"))?;
        let next = |at: &usize| {
            let other = &lines[*at];
            let receives = matches!(other.act, Act::Receive | Act::TryReceive);
            receives && other.tid == line.tid && other.object() != Some(channel)
        };
        let before = (0..end).any(|at| next(&at));
        let next = (end + 1..lines.len()).find(next).filter(|_| !before)?;
        let later = teller.what(lines[next].object()?);
        teller.blame(next);
        Some(format!(
            "{} takes all that comes through {}, up to its end ({}{}), before it looks at {later} for the first \
             time ({}{}). What comes through {later} waits until then. Let all threads send into one channel.",
            capital(&teller.who(line.tid)),
            teller.what(channel),
            teller.step(end),
            teller.at(end),
            teller.step(next),
            teller.at(next)
        ))
    })
}

/// The first message comes only after all the work.
fn all_before_the_first(teller: &Teller) -> Option<String> {
    let lines = teller.lines();
    let sends = |line: &Line| line.act == Act::Send && line.tid != BODY;
    let first = lines.iter().position(sends)?;
    let me = lines[first].tid;
    let mine = |line: &&Line| line.tid == me && !line.text.is_empty() && line.act != Act::Start;
    let before = lines[..first].iter().filter(mine).count();
    let after = lines[first + 1..].iter().filter(mine);
    let after = after.filter(|line| !matches!(line.act, Act::Send | Act::DropSender | Act::Exit));
    if before == 0 || after.count() > 0 {
        return None;
    }
    let steps = if before == 1 {
        "1 step".to_string()
    } else {
        format!("{before} steps")
    };
    teller.blame(first);
    Some(format!(
        "{} sends its first message in {}{}, after {steps} of work, and from then on it only sends. So nobody \
         gets a message while the work goes on. Send each message as soon as you have it.",
        capital(&teller.who(me)),
        teller.step(first),
        teller.at(first)
    ))
}

fn tell(teller: &Teller, longest: &Stretch) -> String {
    let hold = &longest.hold;
    let places = longest.meanwhile.iter().map(|quote| shortest(&quote.spot));
    let places: Vec<String> = places.collect();
    let at = match places.as_slice() {
        [] => String::new(),
        some => format!(", at {}", and(some)),
    };
    let steps = match longest.steps {
        1 => "1 more step".to_string(),
        n => format!("{n} more steps"),
    };
    let (how, nobody) = if longest.alone {
        ("", "Nobody else gets in")
    } else {
        (" for reading", "Nobody who writes gets in")
    };
    if longest.calls {
        return format!(
            "{} takes {}{how} at {} and holds it while what the test hands in runs. {nobody} meanwhile.{} Do not hold it \
             during that call, or use a lock that only those share who need the same thing.",
            capital(
                &teller
                    .told
                    .thread_name(crate::story::data::tid(hold.thread))
            ),
            hold.lock,
            shortest(&hold.since.spot),
            guard_of(&hold.since),
        );
    }
    format!(
        "{} takes {}{how} at {} and holds it while it takes {steps}{at}. {nobody} meanwhile. Hold a lock \
         only to look or to change, and do the rest without it.",
        capital(
            &teller
                .told
                .thread_name(crate::story::data::tid(hold.thread))
        ),
        hold.lock,
        shortest(&hold.since.spot)
    )
}

fn too_few(teller: &Teller, threads: usize) -> String {
    if let Some(last) = teller
        .lines()
        .iter()
        .rposition(|line| line.act == Act::Spawn)
    {
        teller.blame(last);
    }
    let (started, things) = match threads {
        1 => ("Only one thread is".to_string(), "one thing".to_string()),
        n => (format!("{n} threads are"), format!("{n} things")),
    };
    format!(
        "{started} started. Beside what main does itself, no more than {things} can happen at the same time. \
         If the test needs more, start more threads."
    )
}

/// A thread that is started only once another one was waited for.
fn joined_early(teller: &Teller) -> Option<String> {
    let lines = teller.lines();
    let late = lines.iter().rposition(|line| line.act == Act::Spawn)?;
    let early = lines[..late]
        .iter()
        .position(|line| line.act == Act::Join)?;
    let (child, joined) = (lines[late].other?, lines[early].other?);
    teller.blame(early);
    Some(format!(
        "{} is started only after {} was joined ({}, after {}{}), so the two never run at the same time. \
         Start all threads first, and then join them.",
        capital(&teller.who(child)),
        teller.who(joined),
        teller.step(late),
        teller.step(early),
        teller.at(early),
    ))
}

/// Whether no thread was started while another one ran.
fn one_by_one(teller: &Teller) -> bool {
    let mut running: Vec<Tid> = Vec::new();
    for line in teller.lines() {
        match (line.act, line.other) {
            (Act::Spawn, Some(child)) => {
                if !running.is_empty() {
                    return false;
                }
                running.push(child);
            }
            (Act::Join, Some(child)) => running.retain(|tid| *tid != child),
            (Act::JoinScope, _) => running.clear(),
            _ => {}
        }
    }
    true
}

/// The longest time that a lock kept everybody else out.
fn longest(teller: &mut Teller) -> Option<Stretch> {
    let told = teller.told;
    let lines = told.story.as_ref().map_or(&[][..], |story| &story.lines);
    let within = |section: &Section| {
        let (section, range) = (*section, section.begin + 1..section.end.min(lines.len()));
        range.filter(move |at| lines[*at].tid == section.tid && !lines[*at].text.is_empty())
    };
    let all = sections(lines);
    // A lock that nobody else takes keeps nobody out, and one that is held for reading
    // keeps out those who write.
    let wanted = |section: &Section| {
        let mut others = all.iter();
        others.any(|other| {
            let shut_out = section.alone || other.alone;
            other.lock == section.lock && other.tid != section.tid && shut_out
        })
    };
    // What the test hands in runs meanwhile: that is where it watches. In another schedule
    // somebody else may want the lock.
    let of_a_test = |at: usize| lines[at].spot.as_ref().is_some_and(is_of_a_test);
    let mixed = teller.has_a_program();
    let calls = |section: &Section| mixed && within(section).any(of_a_test);
    let program = all
        .iter()
        .filter(|section| !teller.is_of_the_test(section.begin));
    let candidates = program.filter(|section| wanted(section) || calls(section));
    // The first of equals.
    let longest = *candidates.rev().max_by_key(|section| {
        let count = within(section).count();
        (calls(section), wanted(section), section.alone, count)
    })?;
    let steps = within(&longest).count();
    let since = lines[longest.begin].spot.clone()?;
    if steps == 0 {
        return None;
    }
    teller.blame(longest.begin);
    let mut meanwhile = Vec::new();
    for at in within(&longest) {
        if let Some(spot) = &lines[at].spot {
            let quote = teller.quote(spot.clone());
            if !meanwhile.contains(&quote) && meanwhile.len() < MOST_PLACES {
                meanwhile.push(quote);
            }
        }
    }
    Some(Stretch {
        alone: longest.alone,
        calls: calls(&longest),
        hold: Hold {
            lock: told.object_name(longest.lock),
            thread: longest.tid.index(),
            since: teller.quote(since),
        },
        steps,
        meanwhile,
    })
}
