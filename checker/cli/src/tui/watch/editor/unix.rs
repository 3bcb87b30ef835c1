//! Ending an editor on Unix.

use std::process::Child;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

/// So long an editor has to keep what was not saved.
const GRACE: Duration = Duration::from_secs(1);

/// Ends an editor as a closed terminal would: it keeps what was not saved, if it can.
pub fn end(child: &mut Child) {
    // If it has ended already, all the better.
    let _ = kill_process(Pid::from_child(child), Signal::HUP);
    let asked = Instant::now();
    while asked.elapsed() < GRACE {
        if !matches!(child.try_wait(), Ok(None)) {
            return;
        }
        thread::sleep(Duration::from_millis(10));
    }
    let _ = child.kill();
    let _ = child.wait();
}
