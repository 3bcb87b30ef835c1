//! Explores a program: phases of search, and what comes of them.

use crate::engine::clock::Tid;
use crate::engine::counts::Counting;
use crate::engine::execution::Execution;
use crate::engine::failure::{Crash, Failure, Kind};
use crate::engine::scheduler::FEW_THREADS;
use crate::engine::tell::Story;
use crate::engine::watch::Watch;
use crate::engine::{self, panics, refuse_at, run};
use crate::report::{self, Report};
use crate::rerun;
use crate::search::Strategy;
use crate::search::bounded::Bounded;
use crate::search::dpor::Dpor;
use crate::search::random::Random;
use crate::search::replay::{Replay, Schedule};
use crate::search::token::Token;
use std::panic::Location;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub(crate) type Body = Arc<dyn Fn() + Send + Sync>;
pub(crate) type Place = &'static Location<'static>;

/// Explorations take turns: they share the program's statics.
static TURN: Mutex<()> = Mutex::new(());
/// Executions to tell whether a failure hangs on the schedule at all.
const SECOND_OPINIONS: usize = 200;
/// As above, of executions that seldom switch between threads.
const SERIAL_OPINIONS: usize = 40;
/// Executions for each bound while a shorter schedule is looked for.
const SHRINKING: usize = 1_500;

/// The work of all executions of one phase together: so many steps of a program
/// of few threads, fewer of a wide one.
const MOST_WORK: usize = 2_000_000 * FEW_THREADS;
/// The work for each bound while a shorter schedule is looked for.
const SHRINKING_WORK: usize = MOST_WORK / 2;
/// So many executions of the exhaustive search, then so many random ones.
const BURSTS: [(usize, usize); 2] = [(4, 32), (128, 256)];
/// Schedules that also switch between steps.
const BETWEEN_STEPS: usize = 200;
/// Schedules in which loops that wait do not rest; they can be long.
const STUBBORN: usize = 60;

/// A condition that some schedule must meet.
#[doc(hidden)]
#[derive(Debug)]
pub struct Sometime {
    pub(crate) what: &'static str,
    pub(crate) file: &'static str,
    pub(crate) line: u32,
}

impl Sometime {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(what: &'static str, file: &'static str, line: u32) -> Sometime {
        Sometime { what, file, line }
    }
}

#[doc(hidden)]
pub fn note_sometime(point: &'static Sometime, holds: bool) {
    engine::with(|e| e.sometimes.push((point, holds)));
}

/// Threads that this execution has started so far, the body's own not counted.
/// 0 outside of an exploration.
#[must_use]
pub fn threads_spawned() -> usize {
    engine::with(|e| e.threads.len() - 1).unwrap_or(0)
}

/// Threads started and not yet ended, the body's own not counted. 0 outside of
/// an exploration.
#[must_use]
pub fn live_threads() -> usize {
    engine::with(|e| e.threads.iter().skip(1).filter(|t| !t.ended).count()).unwrap_or(0)
}

/// Runs `body` under every schedule that matters, with the ordinary budget.
/// See [`Explorer::explore`].
///
/// # Panics
///
/// If a schedule fails, after telling the schedule.
#[track_caller]
pub fn explore<F: Fn() + Send + Sync + 'static>(body: F) {
    let name = std::any::type_name::<F>();
    Explorer::new().explore_body(Arc::new(body), name, Location::caller());
}

/// How far a search went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Schedules that were run.
    pub schedules: usize,
    /// Whether these were all that differ.
    pub complete: bool,
}

/// What an exploration found.
#[derive(Clone, Debug)]
#[must_use]
pub enum Outcome {
    /// No schedule failed.
    Passed(Coverage),
    /// A schedule failed.
    Failed(Box<Report>),
}

/// Sets the budget of an exploration and starts it.
///
/// Small programs are searched whole: every schedule that differs in the order
/// of steps that touch the same object is run once. Larger ones are searched up
/// to one and two preemptions, and then at random from pinned seeds; a few random
/// schedules come early, since they find soon what is not rare. Budgets
/// count executions, never time, so the verdict is the same on every machine.
#[derive(Clone, Debug)]
pub struct Explorer {
    executions: usize,
    only_all: bool,
}

impl Default for Explorer {
    fn default() -> Explorer {
        Explorer {
            executions: 10_000,
            only_all: false,
        }
    }
}

impl Explorer {
    /// The ordinary budget: 10,000 executions.
    #[must_use]
    pub fn new() -> Explorer {
        Explorer::default()
    }

    /// Sets how many executions the exhaustive search may take; the searches
    /// that follow an incomplete one take about as many again.
    #[must_use]
    pub fn executions(mut self, executions: usize) -> Explorer {
        self.executions = executions.max(1);
        self
    }

    /// Leaves out the schedules that are run once all are seen. For measuring
    /// what a proof takes.
    #[doc(hidden)]
    #[must_use]
    pub fn only_all(mut self) -> Explorer {
        self.only_all = true;
        self
    }

    /// Runs `body` again and again, each time under another schedule. It fails
    /// if on any schedule the body panics, no thread can go on (deadlock), or
    /// the threads go round without end (livelock); and if a `sometimes!` was
    /// met on none.
    ///
    /// A panic in another thread is that thread's `Err` at `join`, and fails
    /// nothing by itself. A thread that is still blocked when the body returns
    /// is left behind, as at the end of a process.
    ///
    /// # Panics
    ///
    /// If a schedule fails, after telling the schedule on standard error.
    #[track_caller]
    pub fn explore<F: Fn() + Send + Sync + 'static>(&self, body: F) {
        let name = std::any::type_name::<F>();
        self.explore_body(Arc::new(body), name, Location::caller());
    }

    fn explore_body(&self, body: Body, name: &str, at: Place) {
        if let Some(asked) = rerun::asked() {
            let _turn = Turn::take(at);
            return rerun::run(asked, Search::new(body, name, at));
        }
        let outcome = self.run_body(body, name, at);
        report::publish(&outcome);
        if let Outcome::Failed(report) = outcome {
            report::picture(&report);
            report.show();
            if let Some(token) = report.token() {
                eprintln!("  {}={token} runs this schedule again\n", rerun::REPLAY);
            }
            // Not `panic!`: the story is told, and the hook would add its own.
            std::panic::resume_unwind(Box::new("the exploration failed; see the schedule above"));
        }
    }

    /// As [`explore`](Explorer::explore), but returns what was found.
    #[track_caller]
    pub fn run<F: Fn() + Send + Sync + 'static>(&self, body: F) -> Outcome {
        let name = std::any::type_name::<F>();
        self.run_body(Arc::new(body), name, Location::caller())
    }

    fn run_body(&self, body: Body, name: &str, at: Place) -> Outcome {
        let _turn = Turn::take(at);
        let mut search = Search::new(body, name, at);
        let complete = loop {
            match apart(false, || self.phases(&mut search)) {
                Ok(complete) => break complete,
                Err(Stop::CloserLook(counting)) => search.begin_again(counting),
                Err(Stop::Found(found)) => {
                    let hangs = found.hangs();
                    let report = apart(hangs, || search.conclude(*found));
                    return Outcome::Failed(Box::new(report));
                }
            }
        };
        if let Some((point, _)) = search.sometimes.iter().find(|(_, met)| !met) {
            let (point, coverage) = (*point, search.coverage(complete));
            let executions = search.executions;
            let told = search.plain();
            let report = Report::overlocked(point, coverage, &told);
            return Outcome::Failed(Box::new(report.with_executions(executions)));
        }
        Outcome::Passed(search.coverage(complete))
    }

    /// Searches in ever wider ways. Says whether nothing was left out.
    fn phases(&self, search: &mut Search) -> Result<bool, Stop> {
        let budget = self.executions;
        let first = search.turns(budget)?;
        let mut complete = first == Seen::All;
        if first == Seen::Some {
            search.phase(Bounded::new(1), budget / 4)?;
            search.phase(Bounded::new(2), budget / 4)?;
            search.phase(Random::new(budget / 2), budget)?;
        }
        if search.saw_whim {
            // Now let a sleeper wake, or a weak exchange fail, for no reason.
            search.mode.whims = 1;
            let second = search.phase(Dpor::default(), budget / 2)?;
            if second == Seen::Some {
                search.phase(Random::new(budget / 4), budget)?;
            }
            complete &= second == Seen::All;
            search.mode.whims = 0;
        }
        if self.only_all {
            return Ok(complete);
        }
        // Last, a few schedules that also switch right after a step, for
        // programs that share what is no step to the explorer: a plain flag in a
        // type with an `unsafe impl Sync`.
        search.mode.gaps = true;
        search.phase(Random::new(BETWEEN_STEPS).everywhere(), BETWEEN_STEPS)?;
        search.mode.gaps = false;
        if search.saw_idle {
            // So far a loop that waits has rested until something changed. Now
            // let it go on, in case it counts its turns or watches the clock.
            search.mode.stubborn = true;
            search.phase(Random::new(STUBBORN), STUBBORN)?;
        }
        Ok(complete)
    }
}

/// Explores on a thread of the system of its own, watched. A program that
/// crashes may leave its traces in that thread: they end with it.
fn apart<R: Send>(again: bool, explore: impl FnOnce() -> R + Send) -> R {
    let result = std::thread::scope(|scope| {
        let watched = move || {
            let _watch = Watch::begin(again);
            explore()
        };
        std::thread::Builder::new()
            .name("interleave".to_string())
            .spawn_scoped(scope, watched)
            .expect("a thread to explore on")
            .join()
    });
    match result {
        Ok(result) => result,
        Err(payload) => std::panic::resume_unwind(payload),
    }
}

/// How much a phase saw of the schedules that differ.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    All,
    /// All of them, but some were too long to be followed to their ends.
    AllButTheirEnds,
    Some,
}

/// A strategy on its way.
struct Course {
    /// `None` while an execution has it.
    strategy: Option<Box<dyn Strategy>>,
    /// Whether it has said that there is a next execution, or none.
    prepared: Option<bool>,
    /// All executions could be followed to their ends.
    followed: bool,
    work: usize,
}

impl Course {
    fn new(strategy: impl Strategy + 'static) -> Course {
        Course {
            strategy: Some(Box::new(strategy)),
            prepared: None,
            followed: true,
            work: 0,
        }
    }

    /// Whether there is another execution; it is prepared if so.
    fn goes_on(&mut self) -> bool {
        let strategy = &mut self.strategy;
        let prepare = || strategy.as_mut().is_some_and(|s| s.next());
        self.work <= MOST_WORK && *self.prepared.get_or_insert_with(prepare)
    }

    /// The strategy, for the execution that is prepared.
    fn next(&mut self) -> Option<Box<dyn Strategy>> {
        if !self.goes_on() {
            return None;
        }
        self.prepared = None;
        self.strategy.take()
    }

    /// How much it saw. The last execution of a budget may have been the last
    /// of all.
    fn seen(mut self) -> Seen {
        let over = self.work <= MOST_WORK && !self.goes_on();
        let complete = self.strategy.is_some_and(|s| s.is_complete());
        match (over && complete, self.followed) {
            (true, true) => Seen::All,
            (true, false) => Seen::AllButTheirEnds,
            (false, _) => Seen::Some,
        }
    }
}

/// Why a search ends before its time.
enum Stop {
    Found(Box<Found>),
    /// The program can tell how many owners an `Arc` has.
    CloserLook(Counting),
}

/// A failing execution.
struct Found {
    failure: Failure,
    schedule: Schedule,
    mode: Mode,
}

impl Found {
    /// Whether each further execution may leave traces, or take long.
    fn is_touchy(&self) -> bool {
        matches!(&self.failure, Failure::Crash { crash, .. } if !crash.may_come_again())
    }

    fn hangs(&self) -> bool {
        matches!(
            self.failure,
            Failure::Crash {
                crash: Crash::Spins | Crash::Waits,
                ..
            }
        )
    }
}

/// What executions may do beyond the ordinary.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub(crate) struct Mode {
    /// How closely the owners of `Arc`s are counted.
    pub counting: Counting,
    /// Sleepers may wake, and weak exchanges fail, so often for no reason.
    pub whims: u32,
    /// Others may go first right after a step.
    pub gaps: bool,
    /// A thread may go round in a loop while others could end it.
    pub stubborn: bool,
}

impl Mode {
    /// Nothing beyond the ordinary.
    pub fn plain(counting: Counting) -> Mode {
        Mode {
            counting,
            ..Mode::default()
        }
    }
}

/// An exploration's turn: the next one begins when it is dropped.
pub(crate) struct Turn(#[expect(dead_code, reason = "is held")] MutexGuard<'static, ()>);

impl Turn {
    /// Waits for its turn.
    pub fn take(at: Place) -> Turn {
        if engine::is_active() {
            refuse_at(
                "`explore` inside `explore`",
                "explore one body at a time",
                at,
            );
        }
        panics::install_hook();
        Turn(TURN.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The state of one exploration.
pub(crate) struct Search {
    body: Body,
    at: Place,
    whose: u16,
    schedules: usize,
    /// Those of the search, all told: the cut short and the extra ones too.
    executions: usize,
    passed: usize,
    mode: Mode,
    saw_whim: bool,
    saw_idle: bool,
    /// The conditions seen so far, and whether a schedule met them.
    sometimes: Vec<(&'static Sometime, bool)>,
}

impl Search {
    pub fn new(body: Body, name: &str, at: Place) -> Search {
        Search {
            body,
            at,
            whose: rerun::whose(name),
            schedules: 0,
            executions: 0,
            passed: 0,
            mode: Mode::default(),
            saw_whim: false,
            saw_idle: false,
            sometimes: Vec::new(),
        }
    }

    /// A digest of the exploration's name, by which a token finds it.
    pub fn whose(&self) -> u16 {
        self.whose
    }

    /// Forgets what was seen: the program can tell more apart than was seen so
    /// far.
    fn begin_again(&mut self, counting: Counting) {
        self.schedules = 0;
        self.passed = 0;
        self.saw_whim = false;
        self.saw_idle = false;
        self.sometimes.clear();
        self.mode = Mode::plain(counting);
    }

    fn coverage(&self, complete: bool) -> Coverage {
        Coverage {
            schedules: self.schedules,
            complete,
        }
    }

    /// The exhaustive search, and two bursts of random schedules between.
    ///
    /// The exhaustive search goes on from where it has just been, so in a
    /// program of many schedules it is long in one corner. Random schedules are
    /// everywhere at once: what fails on every hundredth of them is found here
    /// and not after thousands. A search that ends soon meets no burst.
    fn turns(&mut self, budget: usize) -> Result<Seen, Stop> {
        let mut all = Course::new(Dpor::default());
        let mut some = Course::new(Random::new(budget / 2));
        let mut extra = 0;
        let mut left = budget;
        for (searched, burst) in BURSTS {
            let now = searched.min(left);
            left -= now;
            self.advance(&mut all, now)?;
            if !all.goes_on() {
                break;
            }
            let before = self.schedules;
            self.advance(&mut some, burst.min(budget / 2))?;
            extra += self.schedules - before;
        }
        self.advance(&mut all, left)?;
        let seen = all.seen();
        if seen != Seen::Some {
            // All schedules are counted, and these were among them.
            self.schedules -= extra;
        }
        Ok(seen)
    }

    /// Runs one strategy for at most `budget` executions.
    fn phase(&mut self, strategy: impl Strategy + 'static, budget: usize) -> Result<Seen, Stop> {
        let mut course = Course::new(strategy);
        self.advance(&mut course, budget)?;
        Ok(course.seen())
    }

    /// Runs a strategy for at most `budget` further executions.
    fn advance(&mut self, course: &mut Course, budget: usize) -> Result<(), Stop> {
        for _ in 0..budget {
            let Some(strategy) = course.next() else {
                break;
            };
            let mut execution = self.execute(strategy, None);
            self.executions += 1;
            if let Some(counting) = execution.counts.asked {
                return Err(Stop::CloserLook(counting));
            }
            course.followed &= !execution.went_fair;
            course.work += execution.work();
            // The schedules that also switch between steps are no further ones.
            if !execution.pruned && !self.mode.gaps && !self.mode.stubborn {
                self.schedules += 1;
            }
            if let Some(failure) = execution.failure.take() {
                return Err(Stop::Found(Box::new(Found {
                    failure,
                    schedule: std::mem::take(&mut execution.schedule),
                    mode: self.mode,
                })));
            }
            if !execution.pruned {
                self.passed += 1;
            }
            course.strategy = Some(execution.end());
        }
        Ok(())
    }

    /// Runs one schedule as a token has it, and keeps its story. `aloud`, what
    /// the program prints is printed.
    pub fn execute_again(&mut self, mode: Mode, replay: Replay, aloud: bool) -> Box<Execution> {
        self.mode = mode;
        let story = Story {
            aloud,
            ..Story::default()
        };
        self.execute(Box::new(replay), Some(story))
    }

    fn execute(&mut self, strategy: Box<dyn Strategy>, story: Option<Story>) -> Box<Execution> {
        static EXECUTIONS: AtomicU32 = AtomicU32::new(1);
        let id = EXECUTIONS.fetch_add(1, Ordering::Relaxed);
        let mut execution = Box::new(Execution::new(id, strategy, self.mode.whims, story));
        execution.counts.how = self.mode.counting;
        // A schedule that is told is a known one.
        execution.counts.may_ask = execution.story.is_none();
        execution.gaps = self.mode.gaps;
        execution.stubborn = self.mode.stubborn;
        let mut execution = run::run_once(execution, &self.body, self.at);
        self.saw_whim |= execution.saw_whim;
        self.saw_idle |= execution.saw_idle;
        for (point, holds) in std::mem::take(&mut execution.sometimes) {
            match self
                .sometimes
                .iter_mut()
                .find(|(p, _)| std::ptr::eq(*p, point))
            {
                Some((_, met)) => *met |= holds,
                None => self.sometimes.push((point, holds)),
            }
        }
        execution
    }

    /// Runs the plainest schedule, and keeps its story.
    fn plain(&mut self) -> Box<Execution> {
        self.mode = Mode::plain(self.mode.counting);
        let plain = Box::new(Replay::new(Schedule::default()));
        self.execute(plain, Some(Story::default()))
    }

    /// Finds the plainest schedule that shows the failure, and tells it.
    fn conclude(&mut self, found: Found) -> Report {
        let touchy = found.is_touchy();
        let always = matches!(
            found.failure.kind(),
            Kind::Panic | Kind::Freed | Kind::Crash
        ) && self.passed == 0
            && (touchy || self.fails_anyway());
        let schedules = self.schedules;
        // What is refused is told without a schedule.
        let found = if touchy || found.failure.kind() == Kind::Refused {
            found
        } else {
            self.shrink(found)
        };
        self.mode = found.mode;
        let replay = Replay::new(found.schedule.clone());
        let log = replay.log();
        let told = self.execute(Box::new(replay), Some(Story::default()));
        // A program that takes another way on the same choices depends on
        // something that the explorer does not own.
        let steady = told
            .failure
            .as_ref()
            .is_some_and(|failure| failure.resembles(&found.failure));
        let token = Token {
            mode: found.mode,
            always,
            whose: self.whose,
            way: Some(rerun::way(&told)),
            choices: log.borrow().trimmed(),
        };
        Report::of(&found.failure, &told, always, steady, schedules)
            .with_token(&token, told.schedule.switches())
            .with_executions(self.executions)
    }

    /// Whether other schedules fail as well: those on which every thread runs
    /// for as long as it can, and some that are chosen at random.
    fn fails_anyway(&mut self) -> bool {
        let before = self.mode;
        self.mode = Mode::plain(before.counting);
        self.mode.stubborn = true;
        let one_after_the_other = self.all_fail(Bounded::new(0).plain(), SERIAL_OPINIONS);
        self.mode.stubborn = false;
        let fails =
            one_after_the_other && self.all_fail(Random::new(SECOND_OPINIONS), SECOND_OPINIONS);
        self.mode = before;
        fails
    }

    fn all_fail(&mut self, strategy: impl Strategy + 'static, budget: usize) -> bool {
        let mut strategy: Box<dyn Strategy> = Box::new(strategy);
        for _ in 0..budget {
            if !strategy.next() {
                break;
            }
            let execution = self.execute(strategy, None);
            if execution.failure.is_none() {
                return false;
            }
            strategy = execution.end();
        }
        true
    }

    /// Looks for the failure under ever more preemptions, from none.
    fn shrink(&mut self, found: Found) -> Found {
        // An execution that does not end is long, and so is one that uses up a
        // stack; few of them are enough.
        let budget = match found.failure.kind() {
            Kind::Livelock | Kind::Crash => 20,
            _ if found.mode.stubborn => 20,
            _ => SHRINKING,
        };
        self.mode = found.mode;
        for (whims, bounded) in ways(found.mode.whims) {
            self.mode.whims = whims;
            for bound in 0..=3 {
                let mut best: Option<Found> = None;
                let mut strategy: Box<dyn Strategy> = Box::new(bounded(bound));
                let mut work = 0;
                for _ in 0..budget {
                    if work > SHRINKING_WORK || !strategy.next() {
                        break;
                    }
                    let mut execution = self.execute(strategy, None);
                    work += execution.work();
                    if let Some(failure) = execution.failure.take()
                        && failure.resembles(&found.failure)
                    {
                        let schedule = std::mem::take(&mut execution.schedule);
                        let shorter = best
                            .as_ref()
                            .is_none_or(|best| length(&schedule) < length(&best.schedule));
                        if shorter {
                            best = Some(Found {
                                failure,
                                schedule,
                                mode: self.mode,
                            });
                        }
                    }
                    strategy = execution.end();
                }
                if let Some(best) = best {
                    return best;
                }
            }
        }
        found
    }
}

/// The searches that look for a shorter schedule, plain ones first: where the
/// order of steps alone shows the failure, no odd outcome should.
fn ways(whims: u32) -> impl Iterator<Item = (u32, fn(u32) -> Bounded)> {
    let plain: fn(u32) -> Bounded = |bound| Bounded::new(bound).plain();
    let odd = (0..=whims).map(|whims| (whims, Bounded::new as fn(u32) -> Bounded));
    std::iter::once((0, plain)).chain(odd)
}

/// How hard a schedule is to follow: odd outcomes first, then context switches,
/// then steps.
fn length(schedule: &Schedule) -> (usize, usize, usize) {
    let odd = schedule
        .outcomes
        .iter()
        .filter(|outcome| **outcome > 0)
        .count();
    (odd, schedule.switches(), schedule.threads.len())
}

/// The name of the body's own thread.
pub(crate) const BODY: Tid = Tid::MAIN;
