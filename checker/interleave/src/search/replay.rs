//! One known schedule, once more.

use super::{Choice, Moment, Strategy, plain_choice};
use crate::engine::clock::Tid;

/// The choices of an execution, in order.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub(crate) struct Schedule {
    pub threads: Vec<Tid>,
    pub outcomes: Vec<usize>,
}

/// Runs one schedule.
pub(crate) struct Replay {
    schedule: Schedule,
    thread: usize,
    outcome: usize,
    started: bool,
}

impl Replay {
    pub fn new(schedule: Schedule) -> Replay {
        Replay {
            schedule,
            thread: 0,
            outcome: 0,
            started: false,
        }
    }
}

impl Strategy for Replay {
    fn next(&mut self) -> bool {
        !std::mem::replace(&mut self.started, true)
    }

    fn choose(&mut self, moment: &Moment) -> Choice {
        let planned = self.schedule.threads.get(self.thread).copied();
        self.thread += 1;
        let possible = planned.filter(|tid| moment.candidates.iter().any(|c| c.tid == *tid));
        let tid = possible.or_else(|| plain_choice(moment, |_| true));
        Choice::Run(tid.expect("somebody can run"))
    }

    fn outcome(&mut self, count: usize) -> usize {
        let planned = self.schedule.outcomes.get(self.outcome).copied();
        self.outcome += 1;
        planned.unwrap_or(0).min(count - 1)
    }
}
