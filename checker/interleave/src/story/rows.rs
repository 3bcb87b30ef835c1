//! The rows of a story: its steps, without those that do not matter, and with
//! those that come again and again folded.

use super::data::{Step, Telling};

/// So many rows fit on a screen; a longer story is cut in the middle.
const MOST_ROWS: usize = 32;
const KEPT_AT_THE_START: usize = 10;
/// A loop of at most this many steps is recognised as one.
const LONGEST_ROUND: usize = 24;
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
    for step in &telling.steps {
        if step.matters {
            if !aside.is_empty() {
                fold(&std::mem::take(&mut steps), &mut rows);
                put_aside(&std::mem::take(&mut aside), telling.aside, &mut rows);
            }
            steps.push(step);
        } else if !step.is_remark() {
            aside.push(step);
        }
    }
    fold(&steps, &mut rows);
    put_aside(&aside, telling.aside, &mut rows);
    cut(rows)
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

fn cut(rows: Vec<Row<'_>>) -> Vec<Row<'_>> {
    let too_many = rows.len().saturating_sub(MOST_ROWS);
    if too_many == 0 {
        return rows;
    }
    let mut cut = Vec::new();
    for (index, row) in rows.into_iter().enumerate() {
        if index == KEPT_AT_THE_START {
            cut.push(Row::Cut(too_many));
        }
        if !(KEPT_AT_THE_START..KEPT_AT_THE_START + too_many).contains(&index) {
            cut.push(row);
        }
    }
    cut
}
