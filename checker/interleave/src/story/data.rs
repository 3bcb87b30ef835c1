//! What happened in a failed execution, as plain data: it outlives the
//! execution, and everything that is shown is made from it.

use crate::engine::board::{Board, Doing};
use crate::engine::clock::Tid;
use crate::engine::execution::Execution;
use crate::engine::failure::{DataRace, Failure, Spot, Stuck, Touched};
use crate::engine::op::{Act, Guard};
use crate::engine::tell::Line;
use crate::explore::BODY;
use crate::source::{Sources, is_of_a_test, is_std};
use std::cell::{OnceCell, RefCell};

/// What happened.
#[derive(Clone, Default, Debug)]
pub(crate) struct Telling {
    /// The names of the threads. The first is that of the test's body.
    pub threads: Vec<String>,
    /// What they did, in the order in which they did it.
    pub steps: Vec<Step>,
    /// The threads that cannot go on, if the failure is that.
    pub end: Vec<End>,
    /// The two accesses, if the failure is a data race.
    pub race: Option<Race>,
    /// What the threads did instead, if the failure is that they never did what
    /// a test asks for.
    pub overlocked: Option<Overlocked>,
    /// What went wrong, in words: one paragraph each.
    pub why: Vec<String>,
    /// The line of the program to look at first, where the reasons name one.
    pub look: Option<Spot>,
    /// What can be said of the steps that are left out: they are `…`.
    pub aside: &'static str,
}

/// One step.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    /// A remark has the number of the step before it.
    pub number: usize,
    pub thread: usize,
    pub act: &'static str,
    pub place: Option<Quote>,
    /// What it did or saw.
    pub text: String,
    pub object: Option<String>,
    /// Whether the failure has anything to do with it.
    pub matters: bool,
    /// Who holds which lock afterwards.
    pub locks: Vec<Hold>,
    /// Where each thread stands afterwards. Empty where that was not kept.
    pub after: Vec<Standing>,
}

impl Step {
    /// An owner of an `Arc` comes or goes. Nobody misses these steps where they do
    /// not matter.
    pub fn is_about_owners(&self) -> bool {
        matches!(
            self.act,
            "clone-arc" | "drop-arc" | "make-weak" | "drop-weak"
        )
    }

    /// Whether it is only a remark: that a thread waits from here on.
    pub fn is_remark(&self) -> bool {
        self.act == BLOCKED
    }
}

/// The act of a remark: no step, but the moment at which a thread began to wait.
pub(crate) const BLOCKED: &str = "blocked";

/// A line of the program, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quote {
    pub spot: Spot,
    pub source: Option<String>,
}

/// A lock that is held, by a thread, since a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hold {
    pub lock: String,
    pub thread: usize,
    pub since: Quote,
}

/// Where a thread stands.
#[derive(Clone, Debug)]
pub(crate) struct Standing {
    pub state: &'static str,
    pub place: Option<Quote>,
    pub waits_for: Option<String>,
}

/// A thread that cannot go on.
#[derive(Clone, Debug)]
pub(crate) struct End {
    pub thread: usize,
    /// `None` if it keeps running, but nothing comes of it.
    pub waits_for: Option<String>,
    pub place: Quote,
    pub holds: Vec<Hold>,
}

/// Two accesses that nothing orders.
#[derive(Clone, Debug)]
pub(crate) struct Race {
    pub cell: String,
    pub earlier: Access,
    pub later: Access,
    /// What would have ordered them, in words.
    pub missing: String,
}

/// One access to a cell.
#[derive(Clone, Debug)]
pub(crate) struct Access {
    pub thread: usize,
    pub wrote: bool,
    pub place: Quote,
}

/// What the threads did while nothing happened at the same time.
#[derive(Clone, Default, Debug)]
pub(crate) struct Overlocked {
    /// The threads that were started, the body's own not counted.
    pub threads: usize,
    /// Each of them was joined before the next one was started.
    pub one_by_one: bool,
    /// The longest time that a lock was held.
    pub longest: Option<Stretch>,
}

/// A lock is held for a while.
#[derive(Clone, Debug)]
pub(crate) struct Stretch {
    /// Nobody else was let in, not even to read.
    pub alone: bool,
    /// What the test handed in ran meanwhile.
    pub calls: bool,
    pub hold: Hold,
    /// What its holder does meanwhile: so many steps, and where.
    pub steps: usize,
    pub meanwhile: Vec<Quote>,
}

/// Turns what the engine kept into plain data.
pub(crate) struct Teller<'a> {
    pub told: &'a Execution,
    pub sources: Sources,
    /// The number that each line of the story has, if it is shown.
    numbers: Vec<Option<usize>>,
    /// The line of the program at which it went wrong, if that is known.
    blamed: RefCell<Option<Spot>>,
    /// Whether the story is of a program and of its test.
    mixed: OnceCell<bool>,
}

impl<'a> Teller<'a> {
    pub fn new(told: &'a Execution) -> Teller<'a> {
        Teller {
            told,
            sources: Sources::default(),
            numbers: Vec::new(),
            blamed: RefCell::new(None),
            mixed: OnceCell::new(),
        }
    }

    /// Says that it went wrong at a line of the story, if that is one of the program. The
    /// first word counts.
    pub fn blame(&self, line: usize) {
        let spot = self.lines().get(line).and_then(|line| line.spot.clone());
        if let Some(spot) = spot.filter(|_| !self.is_of_the_test(line)) {
            self.blame_place(spot);
        }
    }

    /// As [`blame`](Teller::blame), for a place at which no step was made.
    pub fn blame_place(&self, spot: Spot) {
        let mut blamed = self.blamed.borrow_mut();
        if blamed.is_none() && !is_std(&spot) {
            *blamed = Some(spot);
        }
    }

    /// Where in the program it went wrong, if that was said.
    pub fn blamed(&self) -> Option<Spot> {
        self.blamed.borrow().clone()
    }

    /// Whether a step was made by the code of a test, and not by the code that it
    /// tests. Where there is nothing but the test, its code is the program.
    pub fn is_of_the_test(&self, line: usize) -> bool {
        self.has_a_program() && self.lines().get(line).is_some_and(of_a_test)
    }

    /// Whether the story is not of a test alone.
    pub fn has_a_program(&self) -> bool {
        *self
            .mixed
            .get_or_init(|| !self.lines().iter().all(of_a_test))
    }

    pub fn quote(&mut self, spot: Spot) -> Quote {
        let source = self.sources.line(&spot).filter(|text| !text.is_empty());
        Quote {
            source: source.map(str::to_string),
            spot,
        }
    }

    /// The number of the step that a line of the story has become.
    pub fn number(&self, line: usize) -> Option<usize> {
        self.numbers.get(line).copied().flatten()
    }

    /// What happened, but for what it means.
    pub fn tell(&mut self, failure: Option<&Failure>, matters: &[bool]) -> Telling {
        let told = self.told;
        let threads = (0..told.threads.len()).map(|index| told.thread_name(tid(index)));
        let stuck = match failure {
            Some(Failure::Deadlock(stuck) | Failure::Livelock(stuck)) => stuck.as_slice(),
            _ => &[],
        };
        Telling {
            threads: threads.collect(),
            steps: self.steps(stuck, matters),
            end: stuck.iter().map(|stuck| self.end(stuck)).collect(),
            race: match failure {
                Some(Failure::DataRace(race)) => Some(self.race(race)),
                _ => None,
            },
            ..Telling::default()
        }
    }

    /// All steps that say something, up to the panic that ends the body: what
    /// follows is its clean-up.
    fn steps(&mut self, stuck: &[Stuck], matters: &[bool]) -> Vec<Step> {
        let told = self.told;
        let lines = told.story.as_ref().map_or(&[][..], |story| &story.lines);
        let mut steps = Vec::new();
        let mut blocked: Vec<bool> = Vec::new();
        let mut number = 0;
        self.numbers = vec![None; lines.len()];
        for (index, line) in lines.iter().enumerate() {
            let matters = matters.get(index).copied().unwrap_or(true);
            let (locks, after) = self.board(line.after.as_ref());
            if !line.text.is_empty() && line.act != Act::Start {
                number += 1;
                self.numbers[index] = Some(number);
                let spot = line.spot.clone().filter(|spot| !is_std(spot));
                steps.push(Step {
                    number,
                    thread: line.tid.index(),
                    act: name(line.act),
                    place: spot.map(|spot| self.quote(spot)),
                    text: line.text.clone(),
                    object: line.object().map(|id| told.object_name(id)),
                    matters,
                    locks: locks.clone(),
                    after: after.clone(),
                });
            }
            if line.tid == BODY && line.act == Act::Panic {
                break;
            }
            self.remark(number, line, &mut blocked, (&locks, &after), &mut steps);
        }
        if !stuck.is_empty() {
            only_last_remarks(told, stuck, &mut steps);
        }
        steps
    }

    /// Adds a remark if the thread of this step has to wait from here on.
    fn remark(
        &mut self,
        number: usize,
        line: &Line,
        blocked: &mut Vec<bool>,
        (locks, after): (&[Hold], &[Standing]),
        steps: &mut Vec<Step>,
    ) {
        let Some(board) = &line.after else {
            return;
        };
        blocked.resize(board.threads.len(), false);
        for (thread, standing) in board.threads.iter().enumerate() {
            let Doing::Blocked { on, guard } = &standing.doing else {
                blocked[thread] = false;
                continue;
            };
            if std::mem::replace(&mut blocked[thread], true) {
                continue;
            }
            let place = standing.at.map(|at| self.quote(Spot::of(at)));
            steps.push(Step {
                number,
                thread,
                act: BLOCKED,
                place: place.filter(|quote| !is_std(&quote.spot)),
                text: format!("blocked: waits for {on}"),
                object: None,
                // It came to the lock by its own step, and was not overtaken
                // on its way there.
                matters: is_a_lock(*guard) && thread == line.tid.index(),
                locks: locks.to_vec(),
                after: after.to_vec(),
            });
        }
    }

    fn board(&mut self, board: Option<&Board>) -> (Vec<Hold>, Vec<Standing>) {
        let Some(board) = board else {
            return (Vec::new(), Vec::new());
        };
        let locks = board.holds.iter().map(|hold| self.hold(hold)).collect();
        let after = board.threads.iter().map(|standing| Standing {
            state: match standing.doing {
                Doing::Ready => "ready",
                Doing::Blocked { .. } => "blocked",
                Doing::Idle => "idle",
                Doing::Ended => "ended",
            },
            place: standing.at.map(|at| self.quote(Spot::of(at))),
            waits_for: match &standing.doing {
                Doing::Blocked { on, .. } => Some(on.clone()),
                _ => None,
            },
        });
        (locks, after.collect())
    }

    pub fn hold(&mut self, hold: &crate::engine::board::Hold) -> Hold {
        Hold {
            lock: self.told.object_name(hold.lock),
            thread: hold.by.index(),
            since: self.quote(Spot::of(hold.since)),
        }
    }

    fn end(&mut self, stuck: &Stuck) -> End {
        let held = self.told.held();
        let held = held.iter().filter(|hold| hold.by == stuck.tid);
        End {
            thread: stuck.tid.index(),
            waits_for: stuck.waits_for.clone(),
            place: self.quote(Spot::of(stuck.place)),
            holds: held.map(|hold| self.hold(hold)).collect(),
        }
    }

    fn race(&mut self, race: &DataRace) -> Race {
        Race {
            cell: self.told.object_name(race.cell),
            earlier: self.access(race.earlier),
            later: self.access(race.later),
            missing: String::new(),
        }
    }

    fn access(&mut self, touched: Touched) -> Access {
        Access {
            thread: touched.tid.index(),
            wrote: touched.wrote,
            place: self.quote(Spot::of(touched.place)),
        }
    }
}

/// Whether a step was made by the code of a test, as far as a line says it.
fn of_a_test(line: &Line) -> bool {
    line.spot.as_ref().is_none_or(is_of_a_test)
}

/// Of threads that are stuck, the moment at which they got there matters.
fn only_last_remarks(told: &Execution, stuck: &[Stuck], steps: &mut [Step]) {
    for step in steps.iter_mut().filter(|step| step.is_remark()) {
        step.matters = false;
    }
    // That a scope waits for its threads is no news.
    let news = |stuck: &&Stuck| {
        let next = told.threads[stuck.tid.index()].next.as_ref();
        let scope = next.is_some_and(|op| matches!(op.guard, Guard::ScopeEmpty(_)));
        stuck.waits_for.is_some() && !scope
    };
    for stuck in stuck.iter().filter(news) {
        let mine = |step: &&mut Step| step.is_remark() && step.thread == stuck.tid.index();
        if let Some(step) = steps.iter_mut().rev().find(mine) {
            step.matters = true;
        }
    }
}

fn is_a_lock(guard: Guard) -> bool {
    use Guard::{MutexFree, NoHolder, NoWriter, NotRunning};
    matches!(
        guard,
        MutexFree(_) | NoWriter(_) | NoHolder(_) | NotRunning(_)
    )
}

pub(crate) fn tid(index: usize) -> Tid {
    Tid(u32::try_from(index).expect("few threads"))
}

/// The name of an act in reports: `try-lock` for `TryLock`.
fn name(act: Act) -> &'static str {
    match act {
        Act::Start => "start",
        Act::Exit => "exit",
        Act::Return => "return",
        Act::Spawn => "spawn",
        Act::Join => "join",
        Act::JoinScope => "join-scope",
        Act::IsFinished => "is-finished",
        Act::Yield => "yield",
        Act::Spin => "spin",
        Act::Sleep => "sleep",
        Act::Park => "park",
        Act::Unpark => "unpark",
        Act::Lock => "lock",
        Act::TryLock => "try-lock",
        Act::Unlock => "unlock",
        Act::ReadLock => "read-lock",
        Act::TryRead => "try-read",
        Act::WriteLock => "write-lock",
        Act::TryWrite => "try-write",
        Act::UnlockRead => "unlock-read",
        Act::UnlockWrite => "unlock-write",
        Act::Downgrade => "downgrade",
        Act::Poisoned => "poisoned",
        Act::Wait => "wait",
        Act::Wake => "wake",
        Act::NotifyOne => "notify-one",
        Act::NotifyAll => "notify-all",
        Act::Send => "send",
        Act::TrySend => "try-send",
        Act::Taken => "taken",
        Act::Receive => "receive",
        Act::TryReceive => "try-receive",
        Act::DropSender => "drop-sender",
        Act::DropReceiver => "drop-receiver",
        Act::Arrive => "arrive",
        Act::Leave => "leave",
        Act::Once => "once",
        Act::OnceDone => "once-done",
        Act::OnceWait => "once-wait",
        Act::OnceRead => "once-read",
        Act::Load => "load",
        Act::Store => "store",
        Act::ReadModifyWrite => "read-modify-write",
        Act::CompareExchange => "compare-exchange",
        Act::Fence => "fence",
        Act::CloneArc => "clone-arc",
        Act::DropArc => "drop-arc",
        Act::CountArc => "count-arc",
        Act::UnwrapArc => "unwrap-arc",
        Act::GetMutArc => "get-mut-arc",
        Act::Upgrade => "upgrade",
        Act::MakeWeak => "make-weak",
        Act::DropWeak => "drop-weak",
        Act::Panic => "panic",
        Act::Print => "print",
        Act::Gap => "gap",
        Act::CellUse => "cell-use",
    }
}
