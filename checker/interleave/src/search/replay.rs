//! One known schedule, once more.

use super::{Choice, Moment, Strategy, plain_choice};
use crate::engine::clock::Tid;
use std::cell::RefCell;
use std::rc::Rc;

/// The choices of an execution, in order.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub(crate) struct Schedule {
    pub threads: Vec<Tid>,
    pub outcomes: Vec<usize>,
}

impl Schedule {
    /// How often it goes from one thread to another.
    pub fn switches(&self) -> usize {
        self.threads.windows(2).filter(|w| w[0] != w[1]).count()
    }
}

/// What a replay came by, for whoever started it.
#[derive(Default, Debug)]
pub(crate) struct Log {
    /// The real choices, those with at least two candidates.
    pub choices: Schedule,
    /// After so many choices, all are those of a plain scheduler.
    pub telling: usize,
    /// Something planned was not possible.
    pub astray: bool,
    /// How many steps were chosen.
    pub steps: usize,
    /// Where it stopped.
    pub stopped: Option<Stop>,
}

impl Log {
    /// The choices without those at the end that are made anyway.
    pub fn trimmed(&self) -> Schedule {
        let odd = self.choices.outcomes.iter().rposition(|o| *o > 0);
        Schedule {
            threads: self.choices.threads[..self.telling].to_vec(),
            outcomes: self.choices.outcomes[..odd.map_or(0, |at| at + 1)].to_vec(),
        }
    }
}

/// A choice that nothing was planned for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// One of these threads moves.
    Thread(Vec<Tid>),
    /// Step number `step` has one of `count` outcomes.
    Outcome { step: usize, count: usize },
}

/// Which choices of an execution a plan speaks of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Plan {
    EveryStep,
    RealChoices,
}

/// Runs one schedule.
pub(crate) struct Replay {
    schedule: Schedule,
    plan: Plan,
    /// Stops at the first choice beyond the plan.
    stops: bool,
    thread: usize,
    outcome: usize,
    started: bool,
    log: Rc<RefCell<Log>>,
}

impl Replay {
    /// Runs a schedule as an execution recorded it, step by step.
    pub fn new(schedule: Schedule) -> Replay {
        Replay {
            schedule,
            plan: Plan::EveryStep,
            stops: false,
            thread: 0,
            outcome: 0,
            started: false,
            log: Rc::default(),
        }
    }

    /// Runs a schedule as a token has it: its real choices.
    pub fn of_choices(choices: Schedule) -> Replay {
        Replay {
            plan: Plan::RealChoices,
            ..Replay::new(choices)
        }
    }

    /// Stops at the first choice that is not in the plan.
    pub fn stopping(mut self) -> Replay {
        self.stops = true;
        self
    }

    /// What it will have come by.
    pub fn log(&self) -> Rc<RefCell<Log>> {
        Rc::clone(&self.log)
    }
}

impl Strategy for Replay {
    fn next(&mut self) -> bool {
        !std::mem::replace(&mut self.started, true)
    }

    fn choose(&mut self, moment: &Moment) -> Choice {
        let mut log = self.log.borrow_mut();
        if log.stopped.is_some() {
            return Choice::Prune;
        }
        let real = moment.candidates.len() > 1;
        let plain = plain_choice(moment, |_| true).expect("somebody can run");
        log.steps += 1;
        if !real && self.plan == Plan::RealChoices {
            return Choice::Run(plain);
        }
        let planned = self.schedule.threads.get(self.thread).copied();
        self.thread += 1;
        let possible = planned.filter(|tid| moment.candidates.iter().any(|c| c.tid == *tid));
        log.astray |= planned.is_some() && possible.is_none();
        if self.stops && possible.is_none() {
            let candidates = moment.candidates.iter().map(|c| c.tid).collect();
            log.stopped = Some(Stop::Thread(candidates));
            log.steps -= 1;
            return Choice::Prune;
        }
        let tid = possible.unwrap_or(plain);
        if real {
            log.choices.threads.push(tid);
            if tid != plain {
                log.telling = log.choices.threads.len();
            }
        }
        Choice::Run(tid)
    }

    fn outcome(&mut self, count: usize) -> usize {
        let mut log = self.log.borrow_mut();
        let planned = self.schedule.outcomes.get(self.outcome).copied();
        self.outcome += 1;
        let possible = planned.filter(|outcome| *outcome < count);
        log.astray |= planned.is_some() && possible.is_none();
        if self.stops && possible.is_none() && log.stopped.is_none() {
            // A step cannot be left half-way: it has its ordinary outcome, and
            // nothing comes after it.
            let step = log.steps - 1;
            log.stopped = Some(Stop::Outcome { step, count });
        }
        let outcome = possible.unwrap_or(0);
        log.choices.outcomes.push(outcome);
        outcome
    }
}
