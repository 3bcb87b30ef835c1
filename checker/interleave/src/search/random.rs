//! Random search from pinned seeds, for programs too large to search whole.
//!
//! Executions take turns in three ways, since each finds what the others miss:
//!
//! - **POS** gives each pending step a random priority, and a new one to the
//!   steps that race with the one just taken: Yuan, Yang and Gu, "Partial Order
//!   Aware Concurrency Sampling" (CAV 2018).
//! - **A walk** runs each thread as often as it has steps left, so that every
//!   interleaving is about as likely as any other: the uniform walk within Zhao
//!   et al., "Selectively Uniform Concurrency Testing" (ASPLOS 2025). How many
//!   steps a thread has is what it took in the execution before.
//! - **PCT** gives each thread a random priority and lowers the running
//!   thread's at a few random steps: Burckhardt et al., "A Randomized Scheduler
//!   with Probabilistic Guarantees of Finding Bugs" (ASPLOS 2010).
//!
//! A step that touches nothing shared, such as the start of a thread, is taken
//! at once: no other step can tell when it came. Without this, most of ten
//! threads would be over before the last one is spawned.

use super::{Candidate, Choice, Moment, Strategy};
use crate::engine::clock::Tid;
use crate::engine::op::dependent;

/// A small generator with a pinned seed: `SplitMix64` (Steele, Lea and Flood,
/// OOPSLA 2014).
pub(crate) struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `bound`, which must not be 0.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.roll() % bound as u64).expect("below a usize")
    }
}

enum Mode {
    Walk,
    /// POS. The priority of each thread's pending step, 0 if it has none yet.
    Steps {
        of: Vec<u64>,
    },
    /// PCT.
    Threads {
        of: Vec<u64>,
        /// The steps at which the running thread falls back.
        falls: Vec<usize>,
    },
}

/// The search. See the module.
pub(crate) struct Random {
    executions: usize,
    done: usize,
    dice: Dice,
    mode: Mode,
    step: usize,
    longest: usize,
    /// No step is taken at once.
    everywhere: bool,
    /// The steps that each thread has taken, in this execution and in the last.
    taken: Vec<usize>,
    before: Vec<usize>,
}

impl Random {
    /// A search of `executions` schedules.
    pub fn new(executions: usize) -> Random {
        Random {
            executions,
            done: 0,
            dice: Dice::new(0),
            mode: Mode::Walk,
            step: 0,
            longest: 16,
            everywhere: false,
            taken: Vec::new(),
            before: Vec::new(),
        }
    }

    /// Also chooses where the explorer sees nothing to choose: for programs that
    /// watch what is no step.
    pub fn everywhere(mut self) -> Random {
        self.everywhere = true;
        self
    }

    /// The walk: a thread by how much it has left to do.
    fn walk(&mut self, moment: &Moment) -> Tid {
        let weight = |tid: Tid| {
            let all = self.before.get(tid.index()).copied().unwrap_or(1);
            let taken = self.taken.get(tid.index()).copied().unwrap_or(0);
            all.saturating_sub(taken).max(1)
        };
        let total = moment.candidates.iter().map(|c| weight(c.tid)).sum();
        let mut rest = self.dice.below(total);
        for candidate in moment.candidates {
            let weight = weight(candidate.tid);
            if rest < weight {
                return candidate.tid;
            }
            rest -= weight;
        }
        unreachable!("below the sum of all weights")
    }
}

/// POS: the pending step of the highest priority. Those that race with it get
/// another one, so that the loser of one race may win the next.
fn by_step(of: &mut Vec<u64>, dice: &mut Dice, moment: &Moment) -> Tid {
    for candidate in moment.candidates {
        let index = candidate.tid.index();
        if of.len() <= index {
            of.resize(index + 1, 0);
        }
        if of[index] == 0 {
            of[index] = 1 + dice.roll() / 2;
        }
    }
    let best = moment
        .candidates
        .iter()
        .max_by_key(|c| of[c.tid.index()])
        .expect("somebody can run");
    for candidate in moment.candidates {
        if candidate.tid == best.tid || dependent(candidate.footprint, best.footprint) {
            of[candidate.tid.index()] = 0;
        }
    }
    best.tid
}

/// PCT: the thread of the highest priority.
fn by_thread(of: &mut Vec<u64>, falls_now: bool, dice: &mut Dice, moment: &Moment) -> Tid {
    let widest = moment.candidates.iter().map(|c| c.tid.index()).max();
    while of.len() <= widest.unwrap_or(0).max(moment.current.index()) {
        of.push(1_000 + dice.roll() % 1_000_000);
    }
    if falls_now || moment.tired {
        let lowest = of.iter().min().copied().unwrap_or(0);
        of[moment.current.index()] = lowest.saturating_sub(1);
    }
    let best = moment
        .candidates
        .iter()
        .max_by_key(|c| (of[c.tid.index()], c.tid.0));
    best.map_or(Tid::MAIN, |c| c.tid)
}

impl Strategy for Random {
    fn next(&mut self) -> bool {
        if self.done == self.executions {
            return false;
        }
        self.longest = self.longest.max(self.step);
        self.step = 0;
        self.before = std::mem::take(&mut self.taken);
        self.done += 1;
        self.dice = Dice::new(self.done as u64);
        self.mode = match self.done % 3 {
            1 => Mode::Steps { of: Vec::new() },
            2 => Mode::Walk,
            _ => {
                let depth = self.dice.below(4);
                let longest = self.longest;
                Mode::Threads {
                    of: Vec::new(),
                    falls: (0..depth).map(|_| self.dice.below(longest)).collect(),
                }
            }
        };
        true
    }

    fn choose(&mut self, moment: &Moment) -> Choice {
        let unseen = |c: &&Candidate| c.footprint.is_empty() && !c.reluctant;
        if !self.everywhere
            && let Some(candidate) = moment.candidates.iter().find(unseen)
        {
            return Choice::Run(candidate.tid);
        }
        self.step += 1;
        let tid = match &mut self.mode {
            Mode::Walk => self.walk(moment),
            Mode::Steps { of } => by_step(of, &mut self.dice, moment),
            Mode::Threads { of, falls } => {
                by_thread(of, falls.contains(&self.step), &mut self.dice, moment)
            }
        };
        if self.taken.len() <= tid.index() {
            self.taken.resize(tid.index() + 1, 0);
        }
        self.taken[tid.index()] += 1;
        Choice::Run(tid)
    }

    fn outcome(&mut self, count: usize) -> usize {
        // Half of the time the ordinary outcome, or rare ones would drown it.
        if self.dice.below(2) == 0 {
            0
        } else {
            self.dice.below(count)
        }
    }
}
