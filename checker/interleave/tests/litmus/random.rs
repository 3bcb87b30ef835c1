//! Small random litmus programs, from pinned seeds.

use crate::program::{Kind, Op, Program};
use std::sync::atomic::Ordering::{self, AcqRel, Acquire, Relaxed, Release, SeqCst};

/// `SplitMix64`: small, and the same for ever.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `sides`.
    fn below(&mut self, sides: usize) -> usize {
        usize::try_from(self.roll() % sides as u64).expect("small")
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

/// Programs that would cost the oracle more are left out.
const MOST_CANDIDATES: usize = 1_000;

/// What a random program is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mix {
    /// Everything.
    All,
    /// No `SeqCst`: release, acquire, relaxed and their fences.
    NoSeqCst,
    /// `SeqCst` accesses and fences against relaxed ones.
    MostlySeqCst,
    /// Relaxed loads and stores with a fence between most of them, and now and
    /// then a `SeqCst` access.
    Fences,
}

/// A random program: one to four threads, seven operations at most (fences of
/// [`Mix::Fences`] not counted), one location to three.
pub fn program(dice: &mut Dice, mix: Mix) -> Program {
    loop {
        let program = any_program(dice, mix);
        if candidates(&program) <= MOST_CANDIDATES && !reads_thrice(&program) {
            return program;
        }
    }
}

/// Whether a thread reads one location more than twice. The explorer lets a thread
/// read an overwritten store twice and no more, so that loops come to an end.
fn reads_thrice(program: &Program) -> bool {
    program.threads.iter().any(|ops| {
        (0..program.locations()).any(|x| {
            let here = |op: &&Op| op.kind.reads() && op.kind.location() == Some(x);
            ops.iter().filter(here).count() > 2
        })
    })
}

/// An upper bound of how many candidates the oracle has to look at: the choices
/// of what each load reads, times the orders of the stores to each location.
fn candidates(program: &Program) -> usize {
    let stores = |location: usize| {
        let here = program
            .ops()
            .filter(|op| op.kind.location() == Some(location) && !matches!(op.kind, Kind::Load(_)));
        here.count()
    };
    let read = |op: &Op| 1 + op.kind.location().map_or(0, stores);
    let reads = program.ops().filter(|op| op.kind.reads()).map(read);
    let orders = (0..program.locations()).map(|x| (1..=stores(x)).product());
    reads.chain(orders).product()
}

fn any_program(dice: &mut Dice, mix: Mix) -> Program {
    let threads = dice.pick(&[2, 2, 2, 3, 3, 4]);
    let locations = dice.pick(&[1, 2, 2, 2, 3]);
    let fences = mix == Mix::Fences;
    let longest = if fences { 3 } else { 4 };
    let mut left = dice.pick(&[4, 5, 6, 6, 7]).min(longest * threads);
    let mut program = Program {
        threads: vec![Vec::new(); threads],
    };
    while left > 0 {
        let thread = dice.below(threads);
        if program.threads[thread].len() < longest {
            program.threads[thread].push(op(dice, mix, locations));
            left -= 1;
        }
    }
    if fences {
        for ops in &mut program.threads {
            for index in (1..ops.len()).rev() {
                let order = dice.pick(&[SeqCst, SeqCst, SeqCst, AcqRel, Acquire, Release]);
                if dice.below(4) > 0 {
                    let kind = Kind::Fence;
                    ops.insert(index, Op { kind, order });
                }
            }
        }
    }
    program.threads.retain(|ops| !ops.is_empty());
    program
}

fn op(dice: &mut Dice, mix: Mix, locations: usize) -> Op {
    let mut order = |from: &[Ordering]| match mix {
        Mix::All => dice.pick(from),
        Mix::NoSeqCst => dice.pick(&from[..from.len() - 1]),
        Mix::MostlySeqCst => dice.pick(&[from[0], SeqCst]),
        Mix::Fences => dice.pick(&[from[0], from[0], from[0], from[1], SeqCst]),
    };
    let load = order(&[Relaxed, Acquire, SeqCst]);
    let store = order(&[Relaxed, Release, SeqCst]);
    let both = order(&[Relaxed, Acquire, Release, AcqRel, SeqCst]);
    let fence = match order(&[Acquire, Release, AcqRel, SeqCst]) {
        // There is little use in a mix of relaxed accesses and acquire fences.
        Acquire if mix == Mix::MostlySeqCst => SeqCst,
        other => other,
    };
    let place = dice.below(locations);
    // Few values, so that equal ones meet.
    let value = 1 + u32::try_from(dice.below(2)).expect("small");
    let (kind, order) = match dice.below(12) {
        0..=3 => (Kind::Store(place, value), store),
        4..=7 => (Kind::Load(place), load),
        8 if mix == Mix::Fences => (Kind::Load(place), load),
        10.. if mix == Mix::Fences => (Kind::Store(place, value), store),
        8 => (Kind::Add(place, value), both),
        9 => (Kind::Swap(place, value), both),
        10 => {
            let expected = u32::try_from(dice.below(2)).expect("small");
            (Kind::Cas(place, expected, value, load), both)
        }
        _ => (Kind::Fence, fence),
    };
    Op { kind, order }
}

/// All programs that are one step simpler: an operation less, or one that is
/// relaxed, or a plain load or store in the place of a read-modify-write.
pub fn simpler(program: &Program) -> Vec<Program> {
    let mut simpler = Vec::new();
    for (thread, ops) in program.threads.iter().enumerate() {
        for (index, op) in ops.iter().enumerate() {
            let mut with = |changed: Option<Op>| {
                let mut next = program.clone();
                match changed {
                    Some(op) => next.threads[thread][index] = op,
                    None => drop(next.threads[thread].remove(index)),
                }
                next.threads.retain(|ops| !ops.is_empty());
                simpler.push(next);
            };
            with(None);
            let order = op.order;
            match op.kind {
                Kind::Add(x, value) | Kind::Swap(x, value) | Kind::Cas(x, _, value, _) => {
                    with(Some(Op {
                        kind: Kind::Load(x),
                        order: if order == SeqCst { SeqCst } else { Relaxed },
                    }));
                    with(Some(Op {
                        kind: Kind::Store(x, value),
                        order: if order == SeqCst { SeqCst } else { Relaxed },
                    }));
                }
                _ => {}
            }
            if order != Relaxed && op.kind != Kind::Fence {
                with(Some(Op {
                    kind: op.kind,
                    order: Relaxed,
                }));
            }
        }
    }
    simpler
}
