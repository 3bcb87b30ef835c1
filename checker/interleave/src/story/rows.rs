//! The rows of a story: its steps, without those that do not matter, and with
//! those that come again and again folded.

use super::data::{Step, Telling};
use crate::source::is_of_a_test;

/// So many rows fit on a screen; a longer story is cut in the middle.
const MOST_ROWS: usize = 32;
const KEPT_AT_THE_START: usize = 10;
/// Of threads that go round without end, all that there is to see comes early.
const MOST_ROWS_OF_A_LOOP: usize = 14;
/// A loop of at most this many steps is recognised as one.
const LONGEST_ROUND: usize = 24;
/// So many steps before the first thread is started are worth a row of their own.
const WORTH_FOLDING: usize = 4;
/// It is folded once it comes round again so often.
const FEWEST_ROUNDS: usize = 2;

/// A row of a story.
pub(crate) enum Row<'a> {
    /// A step, and what it did: more than the step says, if another is in it,
    /// which is then the last one.
    Step(&'a Step, String, &'a Step),
    /// The last so many steps come again, so many times.
    Again { steps: usize, times: usize },
    /// So many steps have nothing to do with the failure, for this reason.
    Aside(usize, &'static str),
    /// So many steps are taken before another thread is there.
    Before(usize),
    /// So many rows were cut out.
    Cut(usize),
}

impl Row<'_> {
    /// The words of a row that is no step.
    pub fn words(&self) -> String {
        match self {
            Row::Step(_, text, _) => text.clone(),
            Row::Again { steps: 1, times } => format!("… the last step again, {times} times"),
            Row::Again { steps, times } => {
                format!("… the last {steps} steps again, {times} times")
            }
            Row::Aside(1, what) => format!("… 1 step {what}"),
            Row::Aside(n, what) => format!("… {n} steps {what}"),
            Row::Before(n) => format!("… {n} steps before the first thread is started"),
            Row::Cut(1) => "… 1 line left out; INTERLEAVE=full shows it".to_string(),
            Row::Cut(n) => format!("… {n} lines left out; INTERLEAVE=full shows them"),
        }
    }
}

/// All steps, one a row.
pub(crate) fn full(telling: &Telling) -> Vec<Row<'_>> {
    let rows = telling.steps.iter();
    rows.map(|step| Row::Step(step, step.text.clone(), step))
        .collect()
}

/// The steps that matter, in as many rows as a screen has.
pub(crate) fn short(telling: &Telling) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    let mut aside: Vec<&Step> = Vec::new();
    let mut steps: Vec<&Step> = Vec::new();
    let before = before_all_threads(telling);
    if before > 0 {
        rows.push(Row::Before(before));
    }
    for step in &telling.steps[before..] {
        if step.matters {
            if !aside.is_empty() {
                fold(&std::mem::take(&mut steps), &mut rows);
                put_aside(&std::mem::take(&mut aside), telling.aside, &mut rows);
            }
            steps.push(step);
        } else if !step.is_remark() && !step.is_about_owners() {
            aside.push(step);
        }
    }
    fold(&steps, &mut rows);
    put_aside(&aside, telling.aside, &mut rows);
    if telling.overlocked.is_some() {
        rows = without_innards(rows);
    }
    let goes_round = telling.end.iter().any(|end| end.waits_for.is_none());
    if goes_round {
        cut(rows, MOST_ROWS_OF_A_LOOP, MOST_ROWS_OF_A_LOOP)
    } else {
        cut(rows, MOST_ROWS, KEPT_AT_THE_START)
    }
}

/// So many steps at the beginning are there to make things ready: no other thread has been
/// started, and no reason speaks of them.
fn before_all_threads(telling: &Telling) -> usize {
    let spawn = telling.steps.iter().position(|step| step.act == "spawn");
    let named = telling.why.iter().flat_map(|why| steps_named(why)).min();
    let first = named.and_then(|number| telling.steps.iter().position(|s| s.number == number));
    let before = spawn.map_or(0, |at| first.map_or(at, |first| at.min(first)));
    let quiet = |step: &Step| step.act != "panic" && step.act != "print";
    let before = telling.steps[..before]
        .iter()
        .take_while(|s| quiet(s))
        .count();
    if before >= WORTH_FOLDING { before } else { 0 }
}

/// The numbers of the steps of which a reason speaks.
fn steps_named(why: &str) -> impl Iterator<Item = usize> + '_ {
    let words = why.split_whitespace();
    let numbers = words.clone().skip(1).zip(words);
    numbers.filter_map(|(number, word)| {
        let digits = number.trim_matches(|c: char| !c.is_ascii_digit());
        let word = word.trim_start_matches('(');
        matches!(word, "step" | "steps" | "and").then(|| digits.parse().ok())?
    })
}

/// How a test watches what it calls for is no part of what went wrong: its own
/// steps that follow each other are one row.
fn without_innards(rows: Vec<Row<'_>>) -> Vec<Row<'_>> {
    let of_a_test = |row: &Row| match row {
        Row::Step(step, ..) => {
            let place = step.place.as_ref();
            let within = place.is_some_and(|quote| is_of_a_test(&quote.spot));
            (within && !matters_to_all(step)).then_some(step.thread)
        }
        _ => None,
    };
    // Where there is nothing but the test, its steps are the program.
    let elsewhere = |row: &Row| match row {
        Row::Step(step, ..) => step
            .place
            .as_ref()
            .is_some_and(|quote| !is_of_a_test(&quote.spot)),
        _ => false,
    };
    if !rows.iter().any(elsewhere) {
        return rows;
    }
    let mut short: Vec<Row> = Vec::new();
    let mut rows = rows.into_iter().peekable();
    while let Some(row) = rows.next() {
        let thread = of_a_test(&row);
        let Row::Step(step, text, mut last) = row else {
            short.push(row);
            continue;
        };
        let mut steps = 1;
        while thread.is_some() && rows.peek().is_some_and(|next| of_a_test(next) == thread) {
            if let Some(Row::Step(_, _, end)) = rows.next() {
                last = end;
                steps += 1;
            }
        }
        short.push(if steps > 1 {
            Row::Step(step, format!("runs the test's code: {steps} steps"), last)
        } else {
            Row::Step(step, text, last)
        });
    }
    short
}

/// Steps that say how threads come and go, and what passes between them.
fn matters_to_all(step: &Step) -> bool {
    matches!(
        step.act,
        "spawn" | "join" | "join-scope" | "receive" | "panic" | "print"
    )
}

/// One step that does not matter takes no more room than to say so.
fn put_aside<'a>(steps: &[&'a Step], what: &'static str, rows: &mut Vec<Row<'a>>) {
    match steps {
        [] => {}
        [one] => rows.push(Row::Step(one, one.text.clone(), one)),
        many => rows.push(Row::Aside(many.len(), what)),
    }
}

/// Folds the steps that go round and round, and those that lock and unlock at
/// once.
fn fold<'a>(steps: &[&'a Step], rows: &mut Vec<Row<'a>>) {
    let same = |a: &Step, b: &Step| a.thread == b.thread && a.place == b.place && a.text == b.text;
    let mut at = 0;
    while at < steps.len() {
        let ahead = &steps[at..];
        let times = |round: usize| {
            let repeated = (round..ahead.len())
                .take_while(|i| same(ahead[*i], ahead[*i - round]))
                .count();
            repeated / round
        };
        let round = (1..=LONGEST_ROUND).find(|round| times(*round) >= FEWEST_ROUNDS);
        let Some(round) = round else {
            let taken = pair(ahead, rows);
            at += taken;
            continue;
        };
        let first = ahead[..round].iter();
        rows.extend(first.map(|step| Row::Step(step, step.text.clone(), step)));
        let times = times(round);
        rows.push(Row::Again {
            steps: round,
            times,
        });
        at += round * (times + 1);
    }
}

/// Puts the next step in a row, together with the one after it if that only
/// gives back the lock that this one took.
fn pair<'a>(ahead: &[&'a Step], rows: &mut Vec<Row<'a>>) -> usize {
    let first = ahead[0];
    let gives_back = ahead.get(1).filter(|next| {
        let unlocks = matches!(next.act, "unlock" | "unlock-read" | "unlock-write");
        let plainly = Some(&next.text)
            == next
                .object
                .as_ref()
                .map(|o| format!("unlocks {o}"))
                .as_ref();
        unlocks && plainly && next.thread == first.thread && next.object == first.object
    });
    let locks = matches!(first.act, "lock" | "read-lock" | "write-lock");
    if let Some(last) = gives_back.filter(|_| locks) {
        let text = first.text.replacen("locks", "locks and unlocks", 1);
        rows.push(Row::Step(first, text, last));
        return 2;
    }
    rows.push(Row::Step(first, first.text.clone(), first));
    1
}

/// Cuts rows out after so many of them, so that no more than the most are left.
fn cut(mut rows: Vec<Row<'_>>, most: usize, kept: usize) -> Vec<Row<'_>> {
    let too_many = rows.len().saturating_sub(most);
    if too_many > 0 {
        rows.splice(kept..kept + too_many, [Row::Cut(too_many)]);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::failure::Spot;
    use crate::story::data::{Overlocked, Quote};

    fn step(number: usize, thread: usize, file: &str) -> Step {
        Step {
            number,
            thread,
            act: "load",
            place: Some(Quote {
                spot: Spot {
                    file: file.to_string(),
                    line: 7,
                },
                source: None,
            }),
            text: format!("step {number}"),
            object: None,
            matters: true,
            locks: Vec::new(),
            after: Vec::new(),
        }
    }

    fn shown(files: [&str; 4]) -> Vec<String> {
        let threads = [0, 1, 1, 0];
        let steps = files.iter().zip(threads).zip(1..);
        let telling = Telling {
            steps: steps
                .map(|((file, thread), number)| step(number, thread, file))
                .collect(),
            overlocked: Some(Overlocked::default()),
            ..Telling::default()
        };
        short(&telling).iter().map(Row::words).collect()
    }

    #[test]
    fn what_a_test_does_to_watch_is_one_row() {
        let (of_the_test, ours) = ("x/tests/t.rs", "x/tests/../src/lib.rs");
        assert_eq!(
            shown([ours, of_the_test, of_the_test, of_the_test]),
            ["step 1", "runs the test's code: 2 steps", "step 4"]
        );
        // Where there is nothing else, it is what there is to see.
        assert_eq!(shown([of_the_test; 4]).len(), 4);
    }

    #[test]
    fn rows_are_cut_where_they_are_too_many() {
        let steps: Vec<Step> = (0..6).map(|number| step(number, 0, "lib.rs")).collect();
        let rows = || {
            let rows = steps.iter();
            rows.map(|step| Row::Step(step, step.text.clone(), step))
                .collect()
        };
        let words = |rows: Vec<Row>| -> Vec<String> { rows.iter().map(Row::words).collect() };
        assert_eq!(words(cut(rows(), 6, 2)).len(), 6);
        let short = words(cut(rows(), 3, 2));
        assert_eq!(short.len(), 4);
        assert_eq!((&*short[1], &*short[3]), ("step 1", "step 5"));
        assert!(short[2].contains("3 lines left out"), "{short:?}");
    }
}
