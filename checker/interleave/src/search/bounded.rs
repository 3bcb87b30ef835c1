//! Depth-first search under a bound on preemptions.
//!
//! Most concurrency bugs need few preemptions: Musuvathi and Qadeer,
//! "Iterative Context Bounding for Systematic Testing of Multithreaded
//! Programs" (PLDI 2007). An outcome other than the ordinary one, a timeout or
//! a stale read, costs as much as a preemption.

use super::{Choice, Moment, Strategy};
use crate::engine::clock::Tid;

struct Node {
    options: Vec<(Option<Tid>, usize, u32)>,
    at: usize,
}

/// The search. See the module.
pub(crate) struct Bounded {
    bound: u32,
    plain: bool,
    path: Vec<Node>,
    depth: usize,
    spent: u32,
    started: bool,
    lost: bool,
}

impl Bounded {
    /// A search through all schedules with at most `bound` preemptions.
    pub fn new(bound: u32) -> Bounded {
        Bounded {
            bound,
            plain: false,
            path: Vec::new(),
            depth: 0,
            spent: 0,
            started: false,
            lost: false,
        }
    }

    /// Leaves out all outcomes but the ordinary ones.
    pub fn plain(mut self) -> Bounded {
        self.plain = true;
        self
    }

    /// Takes the option at the current depth, laying it first if it is new.
    fn take(
        &mut self,
        options: impl FnOnce(u32) -> Vec<(Option<Tid>, usize, u32)>,
    ) -> (Option<Tid>, usize) {
        if self.depth == self.path.len() {
            let left = self.bound - self.spent;
            self.path.push(Node {
                options: options(left),
                at: 0,
            });
        }
        let node = &self.path[self.depth];
        let (tid, outcome, cost) = node.options[node.at];
        self.depth += 1;
        self.spent += cost;
        (tid, outcome)
    }
}

impl Strategy for Bounded {
    fn next(&mut self) -> bool {
        self.depth = 0;
        self.spent = 0;
        if !self.started {
            self.started = true;
            return true;
        }
        if self.lost {
            return false;
        }
        while let Some(node) = self.path.last_mut() {
            if node.at + 1 < node.options.len() {
                node.at += 1;
                return true;
            }
            self.path.pop();
        }
        false
    }

    fn choose(&mut self, moment: &Moment) -> Choice {
        let first = super::plain_choice(moment, |_| true).expect("somebody can run");
        let (tid, _) = self.take(|left| {
            // Leaving a thread that could go on is a preemption.
            let free = first != moment.current
                || moment.candidates.iter().all(|c| c.tid != moment.current);
            let mut options = vec![(Some(first), 0, 0)];
            for candidate in moment.candidates.iter().filter(|c| c.tid != first) {
                let cost = u32::from(!free) + u32::from(candidate.reluctant);
                if cost <= left {
                    options.push((Some(candidate.tid), 0, cost));
                }
            }
            options
        });
        match tid {
            Some(tid) if moment.candidates.iter().any(|c| c.tid == tid) => Choice::Run(tid),
            _ => {
                self.lost = true;
                Choice::Prune
            }
        }
    }

    fn outcome(&mut self, count: usize) -> usize {
        if self.plain {
            return 0;
        }
        let (_, outcome) = self.take(|left| {
            let mut options = vec![(None, 0, 0)];
            if left > 0 {
                options.extend((1..count).map(|outcome| (None, outcome, 1)));
            }
            options
        });
        outcome.min(count - 1)
    }
}
