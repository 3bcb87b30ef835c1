//! Threads that sleep on a condition variable, and that nobody wakes.

use super::capital;
use crate::engine::clock::Tid;
use crate::engine::op::{Act, ObjId, Touch};
use crate::engine::tell::Line;
use crate::story::data::Teller;
use crate::story::sections::sections;
use crate::story::visits::{Visit, visits};

/// A thread that sleeps for good.
struct Sleeper<'a> {
    teller: &'a Teller<'a>,
    me: Tid,
    condvar: ObjId,
    /// The mutex that it let go of to wait.
    mutex: Option<ObjId>,
    /// The line in which it began to wait.
    waits: usize,
    /// The notifies on the condition variable.
    notifies: Vec<usize>,
    /// What the program did to what threads share.
    visits: Vec<Visit>,
}

/// How sure a reason is: where several threads sleep, the surest tells why.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sure {
    /// It may only follow from why another thread sleeps.
    Maybe,
    /// A notify went to another thread.
    Partly,
    /// A change that nobody was told of in time.
    Yes,
}

/// Why a thread that waits on a condition variable is never woken.
pub(super) fn not_notified(teller: &Teller, me: Tid, condvar: ObjId) -> (Sure, String) {
    let sleeper = Sleeper::of(teller, me, condvar);
    let known = sleeper
        .is_alone()
        .or_else(|| sleeper.notified_before_the_change())
        .or_else(|| sleeper.changed_in_between())
        .or_else(|| sleeper.changed_in_silence());
    match known {
        Some(known) => (Sure::Yes, known),
        None => sleeper.by_its_notifies(),
    }
}

impl<'a> Sleeper<'a> {
    fn of(teller: &'a Teller<'a>, me: Tid, condvar: ObjId) -> Sleeper<'a> {
        let lines = teller.lines();
        let about = |line: &Line| line.touches.iter().any(|(id, _)| *id == condvar);
        let sleeps = |line: &Line| line.tid == me && line.act == Act::Wait && about(line);
        let waits = lines.iter().rposition(sleeps).unwrap_or(0);
        let notifies = |at: &usize| {
            let line = &lines[*at];
            matches!(line.act, Act::NotifyOne | Act::NotifyAll) && about(line)
        };
        let lets_go = |(_, touch): &&(ObjId, Touch)| *touch == Touch::UnlockAlone;
        let program = visits(teller, lines.len()).into_iter();
        Sleeper {
            teller,
            me,
            condvar,
            mutex: lines
                .get(waits)
                .and_then(|l| l.touches.iter().find(lets_go))
                .map(|t| t.0),
            waits,
            notifies: (0..lines.len()).filter(notifies).collect(),
            visits: program.filter(|visit| !visit.of_the_test).collect(),
        }
    }

    fn who(&self) -> String {
        capital(&self.teller.who(self.me))
    }

    /// There is no other thread that could wake it.
    fn is_alone(&self) -> Option<String> {
        if self.teller.told.threads.len() > 1 {
            return None;
        }
        let mut before = self.visits.iter().rev();
        let left = before.find(|v| v.changed && v.end < self.waits);
        let left = left.map_or(String::new(), |visit| {
            self.teller.blame(visit.begin);
            format!(
                " It changed {} itself in {}: was something left undone there?",
                self.teller.content(visit.object),
                self.teller.there(visit.begin)
            )
        });
        Some(format!(
            "{} waits on {}, and there is no other thread that could notify it. So what it waits for must be so before \
             it comes here.{left}",
            self.who(),
            self.teller.what(self.condvar),
        ))
    }

    /// The last notify, if it found nobody waiting, and the sleeper went to sleep later.
    fn lost(&self) -> Option<usize> {
        let last = *self.notifies.last()?;
        let nobody = self.teller.lines()[last].text.contains("nobody waits");
        (nobody && last < self.waits).then_some(last)
    }

    /// What a thread changed, other than the sleeper itself.
    fn changes(&self) -> impl DoubleEndedIterator<Item = &Visit> {
        self.visits
            .iter()
            .filter(|visit| visit.changed && visit.tid != self.me)
    }

    /// Another thread notifies first, and only then makes its change.
    fn notified_before_the_change(&self) -> Option<String> {
        let lost = self.lost()?;
        let by = self.teller.lines()[lost].tid;
        let within = |v: &&Visit| v.begin < lost && v.end > lost;
        let mine = |v: &&Visit| v.tid == by;
        // With the lock held, the order of the two does not matter.
        if self.visits.iter().filter(mine).any(|v| within(&v)) {
            return None;
        }
        let before = self.changes().filter(mine).any(|v| v.end < lost);
        let change = self.changes().filter(mine).find(|v| v.begin > lost)?;
        if before {
            return None;
        }
        self.teller.blame(lost);
        Some(format!(
            "{} notifies {} in {}, but changes {} only afterwards, in {}. Change first, and notify then.",
            capital(&self.teller.who(by)),
            self.teller.what(self.condvar),
            self.teller.there(lost),
            self.teller.content(change.object),
            self.teller.there(change.begin),
        ))
    }

    /// The change and its notify came between the sleeper's look and its sleep.
    fn changed_in_between(&self) -> Option<String> {
        let teller = self.teller;
        let (lost, mutex) = (self.lost()?, self.mutex?);
        let by = teller.lines()[lost].tid;
        let change = self
            .changes()
            .rev()
            .find(|v| v.tid == by && v.begin < lost)?;
        let mut looks = self.visits.iter().rev().filter(|v| v.tid == self.me);
        let look = looks.find(|v| v.object == change.object && v.begin < change.begin)?;
        // The lock must have been taken for the sleep, and not only for the look.
        let held = sections(teller.lines());
        let holds = |tid: Tid, from: usize, to: usize| {
            let mut mine = held.iter().filter(|s| s.tid == tid && s.lock == mutex);
            mine.any(|s| s.begin <= from && s.end >= to)
        };
        let (who, by) = (teller.who(self.me), capital(&teller.who(by)));
        let (what, name) = (teller.content(change.object), teller.what(mutex));
        let between = format!(
            "{by} changes {what} in {} and notifies {} in {}, but {who} has looked before, in {}, and begins to wait only \
             afterwards, in {}.",
            self.teller.there(change.begin),
            teller.what(self.condvar),
            teller.step(lost),
            self.teller.there(look.begin),
            self.teller.there(self.waits),
        );
        if change.object != mutex && teller.is_lock(change.object) {
            teller.blame(self.waits);
            return Some(format!(
                "{between} It looks with {} and waits with {name}: these are two locks, so nothing keeps {} out in \
                 between. Wait with the guard of the lock with which you look.",
                teller.what(change.object),
                teller.who(change.tid),
            ));
        }
        if change.object != mutex && !holds(change.tid, change.begin, change.end) {
            teller.blame(change.begin);
            return Some(format!(
                "{between} A notify that finds nobody waiting is lost. {by} does not hold {name} when it makes the \
                 change: if it did, the change could not come between the look and the sleep."
            ));
        }
        if look.end < self.waits && !holds(self.me, look.begin, self.waits) {
            teller.blame(look.begin);
            return Some(format!(
                "{between} A notify that finds nobody waiting is lost. Keep {name} locked from the look to the sleep: \
                 hand the very guard with which you looked to `wait`."
            ));
        }
        None
    }

    /// Another thread changes something after the last notify, and tells nobody, or those who
    /// wait on another condition variable.
    fn changed_in_silence(&self) -> Option<String> {
        let teller = self.teller;
        let watched = self.watched()?;
        let last = self.notifies.last().copied();
        let after = |v: &&Visit| v.object == watched && last.is_none_or(|last| v.begin > last);
        let changes = self.changes().rev().filter(after);
        let changes: Vec<&Visit> = changes.filter(|v| !self.was_woken_to(v)).collect();
        let silent = changes
            .iter()
            .find(|change| self.notify_for(change).is_none());
        let (change, told) = if let Some(change) = silent {
            (*change, String::new())
        } else {
            let change = *changes.first()?;
            let notify = self.notify_for(change)?;
            let other = teller.lines()[notify].object()?;
            let told = format!(
                " It notifies {} instead, in {}.",
                teller.what(other),
                teller.there(notify)
            );
            (change, told)
        };
        teller.blame(self.notify_for(change).unwrap_or(change.begin));
        let name = teller.what(self.condvar);
        Some(format!(
            "{} waits on {name}. {} changes {} in {}, and notifies nobody on {name} after that.{told} Whoever changes what \
             others wait for must notify them afterwards.",
            self.who(),
            capital(&teller.who(change.tid)),
            teller.content(watched),
            self.teller.there(change.begin),
        ))
    }

    /// What it looked at last before it went to sleep: an atomic, or what its mutex guards.
    fn watched(&self) -> Option<ObjId> {
        let mutex = self.mutex?;
        let mut mine = self.visits.iter().rev().filter(|v| v.tid == self.me);
        let section = mine
            .clone()
            .find(|v| v.object == mutex && v.end >= self.waits);
        let begin = section.map_or(self.waits, |section| section.begin);
        let atomic = mine.find(|v| v.object != mutex && (begin..self.waits).contains(&v.begin));
        Some(atomic.map_or(mutex, |look| look.object))
    }

    /// Whether a thread came to the lock because it was woken from the same condition variable:
    /// what it does then is what it was woken for.
    fn was_woken_to(&self, visit: &Visit) -> bool {
        let lines = self.teller.lines();
        let mut before = lines[..visit.begin]
            .iter()
            .rev()
            .filter(|line| line.tid == visit.tid);
        let slept = before.find(|line| line.act == Act::Wait);
        let here = |line: &Line| line.touches.iter().any(|(id, _)| *id == self.condvar);
        lines[visit.begin].act == Act::Wake && slept.is_some_and(here)
    }

    /// The notify with which a thread tells of its change, on another condition variable.
    fn notify_for(&self, change: &Visit) -> Option<usize> {
        let mut later = self.visits.iter().filter(|v| v.tid == change.tid);
        let next = later.find(|v| v.begin > change.end);
        let end = next.map_or(self.teller.lines().len(), |next| next.begin);
        let lines = self.teller.lines();
        (change.begin..end).find(|at| {
            let line = &lines[*at];
            line.tid == change.tid && matches!(line.act, Act::NotifyOne | Act::NotifyAll)
        })
    }

    /// What its notifies tell, where no change is to blame.
    fn by_its_notifies(&self) -> (Sure, String) {
        let teller = self.teller;
        let (who, name, waits) = (self.who(), teller.what(self.condvar), self.waits);
        let after = self.notifies.iter().rev().find(|at| **at > waits);
        let before = self.notifies.iter().rev().find(|at| **at < waits);
        if let Some(index) = after {
            teller.blame(*index);
            let told = format!(
                "{who} waits on {name} since {}. The last notify, in {}, woke another thread, and a notify is not passed \
                 on. Where more than one sleeper has something to do, or they wait for different things, use \
                 `notify_all`.",
                self.teller.there(waits),
                self.teller.there(*index)
            );
            return (Sure::Partly, told);
        }
        let Some(index) = before.copied() else {
            let told = format!(
                "{who} waits on {name}, and in this schedule nobody notifies it. Whoever changes what it waits for must \
                 notify afterwards."
            );
            return (Sure::Maybe, told);
        };
        let lines = teller.lines();
        let mut mine = (index..waits).rev().filter(|at| lines[*at].tid == self.me);
        let woken = mine.next().is_some_and(|at| lines[at].act == Act::Wake);
        let notifier = teller.who(lines[index].tid);
        let told = if woken {
            format!(
                "{who} was woken: {notifier} notified {name} in {}. But it went back to sleep in {}, and no other notify \
                 follows. {}",
                self.teller.there(index),
                self.teller.there(waits),
                self.why_back_to_sleep(index)
            )
        } else if lines[index].text.contains("nobody waits") {
            format!(
                "{who} was notified too early: {notifier} notifies {name} in {}, and {} begins to wait only in {}. A notify \
                 that finds nobody waiting is lost. Look at the condition under the lock, wait only while it is false, and \
                 change it under that same lock before you notify.",
                self.teller.there(index),
                teller.who(self.me),
                self.teller.there(waits)
            )
        } else {
            format!(
                "{who} begins to wait on {name} in {}. The last notify, in {}, came before that, and none follows. Whoever \
                 changes what it waits for must notify afterwards.",
                self.teller.there(waits),
                self.teller.there(index)
            )
        };
        (Sure::Maybe, told)
    }

    /// Why a thread that was woken sleeps again.
    fn why_back_to_sleep(&self, notify: usize) -> String {
        let teller = self.teller;
        let by = teller.lines()[notify].tid;
        let change = self
            .changes()
            .rev()
            .find(|v| v.tid == by && v.begin < notify);
        let others = |change: &Visit| {
            let mut others = self
                .visits
                .iter()
                .filter(|v| v.tid != self.me && v.tid != by);
            others.any(|v| v.begin > change.begin && v.begin < self.waits)
        };
        match change {
            Some(change) if !others(change) => format!(
                "{} had changed {} in {}, and no other thread came in between. So the condition that {} looks at leaves \
                 out what was changed.",
                capital(&teller.who(by)),
                teller.content(change.object),
                self.teller.there(change.begin),
                teller.who(self.me),
            ),
            _ => "So either the condition that it looks at leaves out what it was woken for, or that had not happened \
                  yet, or another thread was quicker."
                .to_string(),
        }
    }
}
