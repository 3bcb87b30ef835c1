//! Exhaustive search with partial-order reduction.
//!
//! Two schedules that differ only in the order of steps that do not touch each
//! other are one and the same to the program. This search tries one schedule
//! of each such class: it runs a schedule, finds the pairs of steps that could
//! have come the other way round with another effect, and goes back to try
//! them so. The algorithm is Source-DPOR with sleep sets: Abdulla, Aronis,
//! Jonsson and Sagonas, "Optimal Dynamic Partial Order Reduction" (POPL 2014).
//!
//! The order in which the classes come is free, and the first should be the most
//! dangerous ones: where nothing is decided yet, threads take turns step by step
//! and loads read the oldest value. Of the bug kernels in `rivals/kernels` every
//! second one fails on the very first schedule that way; it is every fifth if
//! each thread runs for as long as it can.

use super::{Candidate, Choice, Moment, Reversal, Strategy};
use crate::engine::clock::Tid;
use crate::engine::object::Place;
use crate::engine::op::{Act, Footprint, copy, dependent};

/// Threads are kept as bits of a word.
const MOST_THREADS: u32 = 64;

#[derive(Default)]
struct Node {
    chosen: u32,
    outcome: usize,
    outcomes: usize,
    candidates: Vec<(Tid, Announced)>,
    footprint: Footprint,
    /// The threads to run from here, those that were run included.
    wanted: u64,
    done: u64,
    /// Threads whose next step from here leads to nothing new.
    asleep: Vec<(Tid, Footprint)>,
}

/// A step that a thread was about to take.
struct Announced {
    act: Act,
    at: Place,
    footprint: Footprint,
}

impl Announced {
    fn of(candidate: &Candidate) -> Announced {
        Announced {
            act: candidate.act,
            at: candidate.at,
            footprint: candidate.footprint.to_footprint(),
        }
    }

    fn is(&self, candidate: &Candidate) -> bool {
        self.act == candidate.act
            && (std::ptr::eq(self.at, candidate.at) || self.at == candidate.at)
            && candidate.footprint.are(&self.footprint)
    }
}

impl Node {
    fn sleeps(&self, tid: Tid) -> bool {
        self.asleep.iter().any(|(t, _)| *t == tid)
    }
}

/// The search. See the module.
#[derive(Default)]
pub(crate) struct Dpor {
    nodes: Vec<Node>,
    depth: usize,
    /// The shared steps that each thread has taken in this execution.
    taken: Vec<u32>,
    started: bool,
    exhausted: bool,
    /// The program took another way on the same choices, or is too wide.
    lost: bool,
}

impl Dpor {
    fn bit(tid: Tid) -> u64 {
        1 << tid.0
    }

    /// Drops what is exhausted at the end of the path and points the rest at
    /// the next untried branch. False when there is none.
    fn backtrack(&mut self) -> bool {
        while let Some(mut node) = self.nodes.pop() {
            if node.outcome + 1 < node.outcomes {
                node.outcome += 1;
                self.nodes.push(node);
                return true;
            }
            let tid = Tid(node.chosen);
            node.done |= Self::bit(tid);
            let footprint = node
                .candidates
                .iter()
                .find(|(t, _)| *t == tid)
                .map(|(_, announced)| copy(&announced.footprint))
                .unwrap_or_default();
            node.asleep.push((tid, footprint));
            let next = node.candidates.iter().map(|(t, _)| *t).find(|t| {
                node.wanted & Self::bit(*t) != 0
                    && node.done & Self::bit(*t) == 0
                    && !node.sleeps(*t)
            });
            if let Some(tid) = next {
                node.chosen = tid.0;
                node.outcome = 0;
                node.outcomes = 1;
                self.nodes.push(node);
                return true;
            }
        }
        false
    }

    fn count(&mut self, candidate: &Candidate) {
        let index = candidate.tid.index();
        if self.taken.len() <= index {
            self.taken.resize(index + 1, 0);
        }
        self.taken[index] += u32::from(!candidate.footprint.is_empty());
    }

    /// The thread that has taken the fewest shared steps, those that wait
    /// politely last. Steps that nobody else can see cost nothing: so all
    /// threads are there before the first of them does anything.
    fn next_in_turn<'a>(
        &self,
        moment: &'a Moment,
        allowed: impl Fn(&Candidate) -> bool,
    ) -> Option<&'a Candidate<'a>> {
        let taken = |tid: Tid| self.taken.get(tid.index()).copied().unwrap_or(0);
        let seen = |c: &Candidate| !c.footprint.is_empty();
        moment
            .candidates
            .iter()
            .filter(|c| allowed(c))
            .min_by_key(|c| (c.reluctant, seen(c), taken(c.tid), c.tid.0))
    }

    /// The threads asleep after the last step on the path.
    fn inherited_sleep(&self) -> Vec<(Tid, Footprint)> {
        let Some(parent) = self.nodes.last() else {
            return Vec::new();
        };
        parent
            .asleep
            .iter()
            .filter(|(tid, footprint)| {
                tid.0 != parent.chosen && !dependent(footprint, &parent.footprint)
            })
            .map(|(tid, footprint)| (*tid, copy(footprint)))
            .collect()
    }
}

impl Strategy for Dpor {
    fn next(&mut self) -> bool {
        self.depth = 0;
        self.taken.clear();
        if !self.started {
            self.started = true;
            return true;
        }
        if self.lost {
            return false;
        }
        if self.backtrack() {
            return true;
        }
        self.exhausted = true;
        false
    }

    fn choose(&mut self, moment: &Moment) -> Choice {
        let depth = self.depth;
        self.depth += 1;
        if let Some(node) = self.nodes.get(depth) {
            let tid = Tid(node.chosen);
            let Some(candidate) = moment.candidates.iter().find(|c| c.tid == tid) else {
                self.lost = true;
                return Choice::Prune;
            };
            // After the same choices, a thread does the same. One that does not
            // goes by chance, and nobody can say that all its ways were seen.
            let first = node.candidates.iter().find(|(t, _)| *t == tid);
            self.lost |= !first.is_some_and(|(_, announced)| announced.is(candidate));
            self.count(candidate);
            return Choice::Run(tid);
        }
        if moment.candidates.iter().any(|c| c.tid.0 >= MOST_THREADS) {
            self.lost = true;
            return Choice::Prune;
        }
        let asleep = self.inherited_sleep();
        let awake = |c: &Candidate| !asleep.iter().any(|(t, _)| *t == c.tid);
        let Some(candidate) = self.next_in_turn(moment, awake) else {
            return Choice::Prune;
        };
        let tid = candidate.tid;
        self.count(candidate);
        self.nodes.push(Node {
            chosen: tid.0,
            outcome: 0,
            outcomes: 1,
            candidates: moment
                .candidates
                .iter()
                .map(|c| (c.tid, Announced::of(c)))
                .collect(),
            footprint: Footprint::new(),
            wanted: Self::bit(tid),
            done: 0,
            asleep,
        });
        Choice::Run(tid)
    }

    fn outcome(&mut self, count: usize) -> usize {
        let Some(node) = self.nodes.get_mut(self.depth.wrapping_sub(1)) else {
            return 0;
        };
        node.outcomes = count.max(1);
        if node.outcome >= count {
            self.lost = true;
            return 0;
        }
        // The least ordinary first: the oldest value, a time that is over.
        count - 1 - node.outcome
    }

    fn wants_reversals(&self) -> bool {
        true
    }

    fn reverse(&mut self, reversal: &Reversal) {
        let Some(node) = self.nodes.get_mut(reversal.depth) else {
            return;
        };
        if node.wanted & reversal.initials != 0 {
            return;
        }
        let possible = |tid: Tid| node.candidates.iter().any(|(t, _)| *t == tid);
        let pick = std::iter::once(reversal.wanted)
            .chain((0..MOST_THREADS).map(Tid))
            .find(|t| reversal.initials & Self::bit(*t) != 0 && possible(*t));
        match pick {
            Some(tid) => node.wanted |= Self::bit(tid),
            None => {
                for (tid, _) in &node.candidates {
                    node.wanted |= Self::bit(*tid);
                }
            }
        }
    }

    fn touched(&mut self, depth: usize, footprint: &Footprint) {
        if let Some(node) = self.nodes.get_mut(depth) {
            node.footprint = copy(footprint);
        }
    }

    fn is_complete(&self) -> bool {
        self.exhausted && !self.lost
    }
}
