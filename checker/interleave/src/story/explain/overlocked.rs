//! What the threads did instead of running at the same time.

use super::{and, capital};
use crate::engine::clock::Tid;
use crate::engine::op::Act;
use crate::source::shortest;
use crate::story::data::{Hold, Overlocked, Stretch, Teller};
use crate::story::sections::{Section, sections};

/// So few threads may be the reason.
const FEW: usize = 2;
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
    if threads == 0 {
        why.push("No thread is started: the test's own thread does everything itself.".to_string());
    } else if found.one_by_one {
        why.push(format!(
            "{threads} threads are started, but each of them is joined before the next one is started, so \
             no two ever run at the same time. Start all of them first, and then join them."
        ));
    }
    if let Some(longest) = &found.longest {
        why.push(tell(teller, longest));
    }
    if threads > 0 && !found.one_by_one {
        why.extend(joined_early(teller));
        if threads <= FEW && found.longest.is_none() && why.is_empty() {
            why.push(too_few(threads));
        }
    }
    (found, why)
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
    format!(
        "{} takes {} at {} and holds it while it takes {steps}{at}. Nobody else gets in meanwhile. Hold a lock \
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

fn too_few(threads: usize) -> String {
    match threads {
        1 => {
            "Only one thread is started: beside the test's own, nothing else can happen meanwhile."
                .to_string()
        }
        n => format!(
            "{n} threads are started, and each does one thing after the other: no more than {n} things can \
             happen at the same time."
        ),
    }
}

/// A thread that is started only once another one was waited for.
fn joined_early(teller: &Teller) -> Option<String> {
    let lines = teller.lines();
    let late = lines.iter().rposition(|line| line.act == Act::Spawn)?;
    let early = lines[..late]
        .iter()
        .position(|line| line.act == Act::Join)?;
    let (child, joined) = (lines[late].other?, lines[early].other?);
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
    let alone = sections(lines).into_iter().filter(|section| section.alone);
    // The first of equals.
    let longest = alone.rev().max_by_key(|section| within(section).count())?;
    let steps = within(&longest).count();
    let since = lines[longest.begin].spot.clone()?;
    if steps == 0 {
        return None;
    }
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
        hold: Hold {
            lock: told.object_name(longest.lock),
            thread: longest.tid.index(),
            since: teller.quote(since),
        },
        steps,
        meanwhile,
    })
}
