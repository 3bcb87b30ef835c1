//! An end to tests that hang.

use crate::threads::{self, Crowd};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// The exit code of a test process that [`watchdog`] ended: one of its tests hung.
pub const HUNG_EXIT_CODE: i32 = 124;

/// The environment variable that sets another deadline.
const DEADLINE_VARIABLE: &str = "TESTKIT_DEADLINE_SECONDS";

/// Generous: a right solution needs some milliseconds, also on a busy machine.
const DEADLINE_SECONDS: u64 = 10;

/// The deadline is counted in this many small waits. While a process is stopped
/// (Ctrl-Z, a closed lid) at most one of them passes, so that waking up is no hang.
const TICKS: u32 = 20;

/// Runs `body` on this thread. If it has not ended after 10 seconds, says which test
/// hung and what each of its threads was waiting for, and ends the process with
/// [`HUNG_EXIT_CODE`]: a thread that is stuck cannot be stopped in any other way.
///
/// The value of `body` comes back unchanged, and so does its panic.
/// `TESTKIT_DEADLINE_SECONDS` sets another deadline, in whole seconds.
///
/// # Panics
///
/// When `body` does, and when `TESTKIT_DEADLINE_SECONDS` is not a whole number above 0.
pub fn watchdog<T>(body: impl FnOnce() -> T) -> T {
    let deadline = deadline();
    let _monitor = Monitor::start(deadline, Crowd::enter());
    body()
}

fn deadline() -> Duration {
    let seconds = match std::env::var(DEADLINE_VARIABLE) {
        Err(std::env::VarError::NotPresent) => DEADLINE_SECONDS,
        Ok(text) => parse_deadline(&text).unwrap_or_else(|message| panic!("{message}")),
        Err(std::env::VarError::NotUnicode(text)) => panic!("{}", bad_deadline(&text)),
    };
    Duration::from_secs(seconds)
}

fn parse_deadline(text: &str) -> Result<u64, String> {
    match text.trim().parse() {
        Ok(seconds) if seconds > 0 => Ok(seconds),
        _ => Err(bad_deadline(text)),
    }
}

fn bad_deadline(text: impl std::fmt::Debug) -> String {
    format!("{DEADLINE_VARIABLE} must be a whole number of seconds, 1 or more. It is {text:?}.")
}

/// The thread that waits for the deadline. It ends with the body, however that ends.
struct Monitor {
    /// Dropped when the body is over: that is what the monitor hears.
    body_is_running: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Monitor {
    fn start(deadline: Duration, crowd: Crowd) -> Self {
        let (body_is_running, body) = mpsc::channel();
        let test = thread::current().name().map(str::to_owned);
        let thread = thread::Builder::new()
            .name(threads::MONITOR.to_owned())
            .spawn(move || {
                for _ in 0..TICKS {
                    if body.recv_timeout(deadline / TICKS) != Err(RecvTimeoutError::Timeout) {
                        return;
                    }
                }
                say(&report(test.as_deref(), deadline, &crowd));
                std::process::exit(HUNG_EXIT_CODE);
            })
            .expect("the system refused to start the watchdog's thread");
        Self {
            body_is_running: Some(body_is_running),
            thread: Some(thread),
        }
    }
}

impl Drop for Monitor {
    fn drop(&mut self) {
        drop(self.body_is_running.take());
        if let Some(thread) = self.thread.take() {
            // The monitor has nothing to panic about, and this may run during a panic.
            let _ = thread.join();
        }
    }
}

fn report(test: Option<&str>, deadline: Duration, crowd: &Crowd) -> String {
    // With one test at a time the test harness uses the main thread, whose name says nothing.
    let test = match test {
        None | Some("main") => "This test".to_owned(),
        Some(name) => format!("The test `{name}`"),
    };
    let seconds = deadline.as_secs();
    let unit = if seconds == 1 { "second" } else { "seconds" };
    let mut told = format!("\n\n{test} hung. After {seconds} {unit} it had not ended.\n");

    let threads = crowd.look();
    if !threads.is_empty() {
        told.push_str("\nWhat each thread was doing:\n");
        let width = threads.iter().map(|thread| thread.name.chars().count());
        let width = width.max().unwrap_or_default();
        for thread in &threads {
            let _ = writeln!(told, "  {:width$}  {}", thread.name, thread.doing);
        }
    }
    told.push('\n');
    told.push_str(&next_step());
    told.push_str("\n\n");
    told
}

fn next_step() -> String {
    let folder = std::env::var_os("CARGO_MANIFEST_DIR");
    let has_schedules =
        folder.is_some_and(|folder| Path::new(&folder).join("tests/schedules.rs").exists());
    match std::env::var("CARGO_PKG_NAME") {
        Ok(package) if has_schedules => format!(
            "Next step: the schedule tests say which lock or channel it is:\n  \
             cargo test -p {package} --test schedules"
        ),
        _ => "Next step: look for a lock taken twice, a sender that is still alive, \
              or a wait that nobody ends."
            .to_owned(),
    }
}

/// Writes to the real standard error. `eprint!` would be kept back by the test
/// harness, and lost with the process. Nor is the lock of `stderr` taken: the thread
/// that hangs may hold it.
fn say(text: &str) {
    #[cfg(unix)]
    {
        use std::os::fd::AsFd as _;
        if let Ok(stderr) = std::io::stderr().as_fd().try_clone_to_owned() {
            let _ = std::fs::File::from(stderr).write_all(text.as_bytes());
            return;
        }
    }
    let _ = std::io::stderr().write_all(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::parse_deadline;

    #[test]
    fn a_deadline_is_a_whole_number_above_zero() {
        assert_eq!(parse_deadline("1"), Ok(1));
        assert_eq!(parse_deadline(" 30 "), Ok(30));
        for bad in ["", "0", "-1", "1.5", "soon", "99999999999999999999"] {
            let message = parse_deadline(bad).expect_err(bad);
            assert!(message.contains(bad), "{message}");
            assert!(message.contains("TESTKIT_DEADLINE_SECONDS"), "{message}");
        }
    }
}
