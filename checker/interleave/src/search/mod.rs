//! Strategies: which schedules are tried, and in what order.
//!
//! A strategy answers two questions of the engine, which thread runs next and
//! which of several legal outcomes a step has, and is told of the steps that
//! could have gone the other way round.

pub(crate) mod bounded;
pub(crate) mod dpor;
pub(crate) mod random;
pub(crate) mod replay;
pub(crate) mod token;

use crate::engine::clock::Tid;
use crate::engine::object::Place;
use crate::engine::op::{Act, Footprint, Touches};

/// A thread that may run now.
pub(crate) struct Candidate<'a> {
    pub tid: Tid,
    /// What it is about to do, and where.
    pub act: Act,
    pub at: Place,
    pub footprint: Touches<'a>,
    /// It can only time out, sleep on or wake for no reason: a schedule that
    /// lets others go first is the plainer one.
    pub reluctant: bool,
}

/// A moment at which a thread must be chosen.
pub(crate) struct Moment<'a> {
    /// The thread that ran last.
    pub current: Tid,
    /// It is asked to give way, having run the same loop for a while.
    pub tired: bool,
    pub candidates: &'a [Candidate<'a>],
}

/// Which thread runs next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Choice {
    Run(Tid),
    /// Every continuation from here is known already.
    Prune,
}

/// A step of an execution, as the search compares it.
pub(crate) struct Reversal {
    /// The step that another could have come before.
    pub depth: usize,
    /// The threads with which such an execution can go on from there, as bits.
    pub initials: u64,
    /// The thread of the later step.
    pub wanted: Tid,
}

/// A way to go through the schedules of a program.
pub(crate) trait Strategy {
    /// Prepares the next execution; false when there is none left.
    fn next(&mut self) -> bool;

    /// Chooses the thread that runs next.
    fn choose(&mut self, moment: &Moment) -> Choice;

    /// Chooses one of `count` legal outcomes of the running step. Outcome 0 is
    /// the ordinary one.
    fn outcome(&mut self, count: usize) -> usize;

    /// Whether the engine should keep the order of steps for this strategy.
    fn wants_reversals(&self) -> bool {
        false
    }

    /// Two steps could have come the other way round.
    fn reverse(&mut self, _reversal: &Reversal) {}

    /// The footprint of step `depth`, once the step is over.
    fn touched(&mut self, _depth: usize, _footprint: &Footprint) {}

    /// Whether everything was seen once `next` says that nothing is left.
    fn is_complete(&self) -> bool {
        false
    }
}

/// The thread that a plain scheduler would run: the one that runs now if it
/// can, else the first in order of creation, those that wait politely last.
pub(crate) fn plain_choice(moment: &Moment, allowed: impl Fn(&Candidate) -> bool) -> Option<Tid> {
    let ranked = |candidate: &&Candidate| {
        let is_current = candidate.tid == moment.current;
        let turn = (candidate
            .tid
            .0
            .wrapping_sub(moment.current.0)
            .wrapping_sub(1))
            % 4096;
        (
            candidate.reluctant,
            !is_current || moment.tired,
            if moment.tired { turn } else { candidate.tid.0 },
        )
    };
    moment
        .candidates
        .iter()
        .filter(|c| allowed(c))
        .min_by_key(ranked)
        .map(|c| c.tid)
}
