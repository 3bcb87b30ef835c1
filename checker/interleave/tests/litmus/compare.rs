//! Compares what the explorer reaches with what the oracle allows.

use crate::explored::reached;
use crate::oracle::{AsRun, Model, allowed, allowed_as_run};
use crate::program::{Outcome, Program};
use crate::random::{self, Dice, Mix};
use crate::table::{Row, Verdict};
use libtest_mimic::Failed;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// What the explorer gives up so far. An outcome that it misses must be missed for
/// one of these reasons; nothing excuses one that is forbidden.
const GIVEN_UP: &[AsRun] = &[AsRun::SeqCst];

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

pub fn models(seeds: std::ops::RangeInclusive<u64>) -> Result<(), Failed> {
    let mut text = String::new();
    let differ = |p: &Program| allowed(p, Model::Rc11) != allowed(p, Model::Cpp20);
    for seed in seeds {
        let mut dice = Dice::new(seed);
        for mix in [Mix::MostlySeqCst, Mix::All, Mix::Fences] {
            for _ in 0..200 {
                let mut program = random::program(&mut dice, mix);
                if differ(&program) {
                    while let Some(next) = random::simpler(&program).into_iter().find(|next| differ(next)) {
                        program = next;
                    }
                    let (rc, cpp) = (
                        allowed(&program, Model::Rc11),
                        allowed(&program, Model::Cpp20),
                    );
                    let _ = writeln!(text, "{program}");
                    for o in rc.difference(&cpp) {
                        let _ = writeln!(text, "  RC11 only: {o}");
                    }
                    for o in cpp.difference(&rc) {
                        let _ = writeln!(text, "  C++20 only: {o}");
                    }
                }
            }
        }
    }
    if text.is_empty() { Ok(()) } else { Err(text.into()) }
}

/// Where the two differ on a program, in words.
fn difference(program: &Program) -> Option<String> {
    let allowed = allowed_as_run(program, Model::Cpp20, GIVEN_UP);
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
