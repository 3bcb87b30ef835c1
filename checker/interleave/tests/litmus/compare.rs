//! Compares what the explorer reaches with what the oracle allows.

use crate::explored::reached;
use crate::oracle::{Model, allowed};
use crate::program::{Outcome, Program};
use crate::random::{self, Dice, Mix};
use crate::table::{Row, Verdict};
use libtest_mimic::Failed;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// One row of the table: the hand, the oracle and the explorer agree.
pub fn row(row: &Row) -> Result<(), Failed> {
    let program = Program::parse(&row.program);
    let allowed = allowed(&program, Model::Cpp20);
    let asked = allowed.iter().any(|outcome| outcome.is(row.asks));
    if asked != (row.verdict == Verdict::Allowed) {
        let table = row.verdict;
        return Err(format!("{program}\nthe table says {table:?}, the oracle {asked}").into());
    }
    match difference(&program) {
        Some(difference) => Err(difference.into()),
        None => Ok(()),
    }
}

/// Random programs from one seed. The first that differs is made small.
pub fn random(seed: u64, mix: Mix, programs: usize) -> Result<(), Failed> {
    let mut dice = Dice::new(seed);
    for number in 0..programs {
        let program = random::program(&mut dice, mix);
        if difference(&program).is_some() {
            let small = shrink(program);
            let difference = difference(&small).expect("it still differs");
            return Err(format!("program {number} of seed {seed}, shrunk:\n{difference}").into());
        }
    }
    Ok(())
}

/// The programs on which RC11 allows more than C++20. RC11's `scb` is one step of
/// `mo` or `rb`; C++20 takes all of `eco`, and so also orders two `SeqCst`
/// operations if a weaker store to the same location comes between them.
const MODELS_DIFFER: &str = "W y 2 sc; W x 2 sc | W x 1 rlx; R x sc; R y sc";

/// The two ways to write the model down hardly differ: C++20 allows nothing that
/// RC11 forbids, and RC11 more only where a store is both overwritten and followed.
pub fn models() -> Result<(), Failed> {
    let known = Program::parse(MODELS_DIFFER);
    let extra = |p: &Program| &allowed(p, Model::Rc11) - &allowed(p, Model::Cpp20);
    assert_eq!(extra(&known).len(), 1);
    let mut differ = 0;
    for mix in [Mix::MostlySeqCst, Mix::Fences, Mix::All] {
        let mut dice = Dice::new(1);
        for _ in 0..500 {
            let program = random::program(&mut dice, mix);
            let more = &allowed(&program, Model::Cpp20) - &allowed(&program, Model::Rc11);
            if let Some(outcome) = more.first() {
                return Err(format!("{program}\nonly C++20 allows {outcome}").into());
            }
            differ += usize::from(!extra(&program).is_empty());
        }
    }
    if differ > 15 {
        return Err(format!("{differ} of 1500 differ").into());
    }
    Ok(())
}

/// Where the two differ on a program, in words.
///
/// The explorer must reach all that is allowed and nothing else.
fn difference(program: &Program) -> Option<String> {
    let allowed = allowed(program, Model::Cpp20);
    let (reached, schedules) = reached(program);
    if allowed == reached {
        return None;
    }
    let mut text = format!("{program}\n({schedules} schedules)");
    let mut list = |what: &str, outcomes: &BTreeSet<Outcome>, without: &BTreeSet<Outcome>| {
        for outcome in outcomes.difference(without) {
            let _ = write!(text, "\n  {what}: {outcome}");
        }
    };
    list("forbidden, but reached", &reached, &allowed);
    list("allowed, but never reached", &allowed, &reached);
    Some(text)
}

fn shrink(mut program: Program) -> Program {
    while let Some(next) = random::simpler(&program)
        .into_iter()
        .find(|next| difference(next).is_some())
    {
        program = next;
    }
    program
}
