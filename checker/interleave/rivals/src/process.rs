//! One cell of a table, run as a process of its own.

use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Runs a program of the bench, and gives what it wrote. `None` if it has not ended
/// within `patience`: then it is killed. The programs write little.
///
/// # Panics
///
/// If the program is not there.
#[must_use]
pub fn output_of(program: &str, arguments: &[&str], patience: Duration) -> Option<String> {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the bench was built with its programs");
    let start = Instant::now();
    while child.try_wait().expect("a child of ours").is_none() {
        if start.elapsed() > patience {
            child.kill().ok();
            child.wait().ok();
            return None;
        }
        thread::sleep(Duration::from_millis(2));
    }
    let output = child.wait_with_output().expect("it has ended");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}
