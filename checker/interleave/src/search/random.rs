//! Random search from pinned seeds, for programs too large to search whole.
//!
//! Executions alternate between a plain random walk and PCT, which gives each
//! thread a random priority and lowers the running thread's at a few random
//! steps: Burckhardt et al., "A Randomized Scheduler with Probabilistic
//! Guarantees of Finding Bugs" (ASPLOS 2010).

use super::{Choice, Moment, Strategy};
use crate::engine::clock::Tid;

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
    Priorities {
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
        }
    }
}

impl Strategy for Random {
    fn next(&mut self) -> bool {
        if self.done == self.executions {
            return false;
        }
        self.longest = self.longest.max(self.step);
        self.step = 0;
        self.done += 1;
        self.dice = Dice::new(self.done as u64);
        self.mode = if self.done.is_multiple_of(2) {
            let depth = self.dice.below(4);
            let longest = self.longest;
            Mode::Priorities {
                of: Vec::new(),
                falls: (0..depth).map(|_| self.dice.below(longest)).collect(),
            }
        } else {
            Mode::Walk
        };
        true
    }

    fn choose(&mut self, moment: &Moment) -> Choice {
        self.step += 1;
        let count = moment.candidates.len();
        let tid = match &mut self.mode {
            Mode::Walk => moment.candidates[self.dice.below(count)].tid,
            Mode::Priorities { of, falls } => {
                let widest = moment.candidates.iter().map(|c| c.tid.index()).max();
                while of.len() <= widest.unwrap_or(0).max(moment.current.index()) {
                    of.push(1_000 + self.dice.roll() % 1_000_000);
                }
                if falls.contains(&self.step) || moment.tired {
                    let lowest = of.iter().min().copied().unwrap_or(0);
                    of[moment.current.index()] = lowest.saturating_sub(1);
                }
                let best = moment
                    .candidates
                    .iter()
                    .max_by_key(|c| (of[c.tid.index()], c.tid.0));
                best.map_or(Tid::MAIN, |c| c.tid)
            }
        };
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
