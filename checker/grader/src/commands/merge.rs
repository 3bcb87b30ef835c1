//! `merge`: the ledgers of several machines become one.

use std::path::Path;

use classroom::ledger::Ledger;

use crate::args::Merge;
use crate::failure::{Exit, Result};

pub fn run(path: &Path, asked: &Merge) -> Result<Exit> {
    let ledger = Ledger::create(path)?;
    for other in &asked.others {
        let merged = ledger.merge(other)?;
        anstream::println!(
            "{}: {} new hand-ins, {} new rulings.",
            other.display(),
            merged.hand_ins,
            merged.rulings
        );
    }
    Ok(Exit::Done)
}
