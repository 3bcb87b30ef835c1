//! A class that is graded in one go, and one that is killed again and again: in the end
//! the ledgers hold the same.

#![cfg(target_os = "linux")]

mod common;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use classroom::ledger::{Depth, Ledger, Narrow};
use common::{Variety, course, write_class};
use rusqlite::{Connection, OpenFlags};

const LEARNERS: usize = 200;
const EXERCISES: usize = 14;
const KILLS: usize = 5;

fn grader(folder: &Path, ledger: &str, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_grader"));
    command
        .args(words)
        .arg("--ledger")
        .arg(folder.join(ledger))
        .current_dir(course().root())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// How many rulings there are, asked in a way that takes no time: reading them all would
/// take so long that the class is over meanwhile.
fn rulings(ledger: &Path) -> usize {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let counted = Connection::open_with_flags(ledger, flags).and_then(|ledger| {
        ledger.query_row("SELECT count(*) FROM rulings", [], |row| {
            row.get::<_, u32>(0)
        })
    });
    // There is no file yet, or nothing in it.
    counted.map_or(0, |number| number as usize)
}

#[test]
fn a_class_that_is_killed_five_times_ends_like_one_that_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let class = folder.join("class");
    write_class(&course(), &class, LEARNERS, EXERCISES, Variety::Least);
    let class = class.to_str().unwrap();

    let whole = grader(folder, "whole", &["grade", class]).status().unwrap();
    assert_eq!(whole.code(), Some(0));
    let whole = Ledger::open(folder.join("whole")).unwrap();

    let killed = folder.join("killed");
    for kill in 0..KILLS {
        // Once before anything is taken in, then after ever more rulings.
        let enough = rulings(&killed) + kill * LEARNERS / 4;
        let mut running = grader(folder, "killed", &["grade", class]).spawn().unwrap();
        while rulings(&killed) < enough && running.try_wait().unwrap().is_none() {
            // Not a wait for something to be over: only a pause between two looks.
            std::thread::sleep(Duration::from_millis(5));
        }
        // SIGKILL: nothing of it gets to tidy up.
        running.kill().unwrap();
        running.wait().unwrap();
    }
    let before = rulings(&killed);
    assert!(before < LEARNERS * EXERCISES, "it was killed too late");
    let resumed = grader(folder, "killed", &["grade", class]);
    let resumed = { resumed }.status().unwrap();
    assert_eq!(resumed.code(), Some(0));

    let killed = Ledger::open(killed).unwrap();
    assert_eq!(whole.digest().unwrap(), killed.digest().unwrap());
    assert_eq!(whole.contradictions().unwrap(), Vec::<String>::new());
    let mut number = 0;
    killed
        .newest(&Narrow::default(), Depth::Gist, |_| number += 1)
        .unwrap();
    assert_eq!(number, LEARNERS * EXERCISES);
}
