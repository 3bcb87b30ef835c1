//! `jails`: which walls this machine has.

use judge::jail::{Jail, Level};

use crate::failure::{Exit, Result};

// A command may fail; this one does not.
#[expect(clippy::unnecessary_wraps)]
pub fn run() -> Result<Exit> {
    let mut strongest = None;
    for level in Level::ALL {
        match Jail::probe(level) {
            Ok(_) => {
                let first = strongest.is_none();
                strongest.get_or_insert(level);
                let used = if first { ", and is used" } else { "" };
                anstream::println!("{level:<12}works{used}");
            }
            Err(no) => anstream::println!("{level:<12}missing: {}", no.why),
        }
    }
    Ok(if strongest.is_some() {
        Exit::Done
    } else {
        Exit::Look
    })
}
