//! A test program whose word can be believed.
//!
//! What a learner's code prints, and the code with which its process exits, prove
//! nothing: the learner can print and exit too. So the judge tells the program a
//! secret, a token, over a channel that it alone holds, and believes only lines that
//! begin with it. The program takes the channel out of the learner's reach before the
//! first line of theirs runs. Code without `unsafe` cannot read another function's
//! memory; where an exercise allows `unsafe`, the judge looks for what it could do
//! with it.
//!
//! On Unix the channel is a socket that comes as standard input. Elsewhere the token
//! comes in a file, which the program removes, and the lines go to standard output.

use std::fs::File;
use std::io::{self, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::exit;
use std::sync::{Arc, Mutex, PoisonError};

/// The word for a test that passed.
pub const PASSED: &str = "passed";
/// The word for a test that panicked.
pub const FAILED: &str = "failed";
/// The word for a test that the program does not have.
pub const NO_SUCH_TEST: &str = "no-such-test";
/// What stands before a line of the explorer's report.
pub const REPORT: &str = "report";

/// What a program that fails exits with. Nobody relies on it.
const FAILURE: i32 = 101;
/// Longer than any token.
const MOST: u64 = 256;

/// The way to the judge.
pub struct Voice {
    token: String,
    out: File,
}

impl Voice {
    /// Says a line that is believed.
    ///
    /// # Errors
    /// When nobody listens any more.
    pub fn say(&mut self, line: &str) -> io::Result<()> {
        // One write, so that no line is torn when the process dies.
        let line = format!("{} {line}\n", self.token);
        self.out.write_all(line.as_bytes())
    }
}

/// Runs the test that the first argument names, says how it ended, and ends the
/// process. `listen` is handed a way to pass on what the explorer reports.
pub fn run(tests: &[(&str, fn())], listen: impl FnOnce(Listener)) -> ! {
    let voice = match voice() {
        Ok(voice) => Arc::new(Mutex::new(voice)),
        Err(error) => {
            eprintln!("the judge cannot be reached: {error}");
            exit(FAILURE);
        }
    };
    let say = |line: &str| {
        let mut voice = voice.lock().unwrap_or_else(PoisonError::into_inner);
        voice.say(line)
    };
    let name = std::env::args().nth(1).unwrap_or_default();
    let Some((_, test)) = tests.iter().find(|(known, _)| *known == name) else {
        let _ = say(NO_SUCH_TEST);
        exit(FAILURE);
    };
    let reports = Arc::clone(&voice);
    listen(Box::new(move |line| {
        let mut voice = reports.lock().unwrap_or_else(PoisonError::into_inner);
        voice.say(&format!("{REPORT} {line}"))
    }));
    match catch_unwind(AssertUnwindSafe(test)) {
        Ok(()) => exit(i32::from(say(PASSED).is_err())),
        Err(payload) => {
            // Dropping it could run code of the learner's.
            std::mem::forget(payload);
            let _ = say(FAILED);
            exit(FAILURE);
        }
    }
}

/// Takes lines of the explorer's report.
pub type Listener = Box<dyn FnMut(&str) -> io::Result<()> + Send>;

/// Takes the channel out of everyone else's reach, and reads the token.
#[cfg(unix)]
fn voice() -> io::Result<Voice> {
    use std::io::{BufRead as _, Read as _};
    use std::os::fd::AsFd as _;

    let channel = File::from(io::stdin().as_fd().try_clone_to_owned()?);
    // From here on, standard input is empty, and the channel has a number that
    // only this function knows.
    rustix::stdio::dup2_stdin(File::open("/dev/null")?)?;
    let mut token = Vec::new();
    io::BufReader::new((&channel).take(MOST)).read_until(b'\n', &mut token)?;
    sworn_in(token, channel)
}

/// The same where a process can be given no channel of its own.
#[cfg(not(unix))]
fn voice() -> io::Result<Voice> {
    use std::io::Read as _;

    let path = std::env::args_os()
        .nth(2)
        .ok_or_else(|| io::Error::other("no file with a token was named"))?;
    let mut token = Vec::new();
    File::open(&path)?.take(MOST).read_to_end(&mut token)?;
    std::fs::remove_file(&path)?;
    #[cfg(windows)]
    let out = {
        use std::os::windows::io::AsHandle as _;
        File::from(io::stdout().as_handle().try_clone_to_owned()?)
    };
    sworn_in(token, out)
}

fn sworn_in(token: Vec<u8>, out: File) -> io::Result<Voice> {
    match String::from_utf8(token) {
        Ok(token) if !token.trim().is_empty() => Ok(Voice {
            token: token.trim().to_owned(),
            out,
        }),
        _ => Err(io::Error::other("it gave no token")),
    }
}
