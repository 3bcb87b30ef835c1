//! `jails`: which walls this machine has.

use judge::jail::{Jail, Level};

use crate::failure::{Exit, Result};

// A command may fail; this one does not.
#[expect(clippy::unnecessary_wraps)]
pub fn run() -> Result<Exit> {
    let mut strongest: Option<Jail> = None;
    for level in Level::ALL {
        match Jail::probe(level) {
            Ok(jail) => {
                let first = strongest.is_none();
                strongest.get_or_insert(jail);
                let used = if first { ", and is used" } else { "" };
                anstream::println!("{level:<12}works{used}");
            }
            Err(no) => anstream::println!("{level:<12}missing: {}", no.why),
        }
    }
    let Some(jail) = strongest else {
        return Ok(Exit::Look);
    };
    let controllers = jail.controllers();
    let names: Vec<_> = controllers
        .iter()
        .map(|controller| controller.name())
        .collect();
    anstream::println!(
        "control groups: {}",
        if names.is_empty() {
            "none can be made here; what a program takes is watched all the same".to_owned()
        } else {
            format!(
                "{}, behind the watch on what a program takes",
                names.join(", ")
            )
        }
    );
    Ok(Exit::Done)
}
