//! A test program whose word can be believed.
//!
//! What a learner's code prints, and the code with which its process exits, prove
//! nothing: the learner can print and exit too. So the judge tells the program a
//! secret, a token, over a channel that it alone holds, and believes only lines that
//! begin with it. The program takes the channel out of the learner's reach before the
//! first line of theirs runs. Code without `unsafe` cannot read another function's
//! memory. Where an exercise allows `unsafe`, nothing in one process is safe from it for
//! good; so the token at least lies nowhere as it is written, and what held it is wiped.
//!
//! Which test to run comes with the token, and not as an argument: arguments can be read.
//!
//! On Unix the channel is a socket that comes as standard input. Elsewhere both come in a
//! file, which the program removes, and the lines go to standard output.

use std::collections::hash_map::RandomState;
use std::fs::File;
use std::hash::BuildHasher as _;
use std::hint::black_box;
use std::io::{self, Read as _, Write as _};
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
/// Longer than any token with the name of a test.
const MOST: usize = 4096;

/// The way to the judge.
pub struct Voice {
    secret: Secret,
    out: File,
}

impl Voice {
    /// Says a line that is believed.
    ///
    /// # Errors
    /// When nobody listens any more.
    pub fn say(&mut self, line: &str) -> io::Result<()> {
        // One write, so that no line is torn when the process dies. And room for all of it
        // beforehand, so that nothing of it is left where it was before it grew.
        let mut said = Vec::with_capacity(self.secret.masked.len() + line.len() + 2);
        said.extend(self.secret.bytes());
        said.push(b' ');
        said.extend_from_slice(line.as_bytes());
        said.push(b'\n');
        let written = self.out.write_all(&said);
        wipe(&mut said);
        written
    }
}

/// The token, behind a mask: who looks through the memory for what looks like a token
/// finds none.
struct Secret {
    masked: Vec<u8>,
    mask: Vec<u8>,
}

impl Secret {
    fn of(token: &[u8]) -> Self {
        // Random enough for something that lies beside what it masks.
        let random = RandomState::new();
        let mask: Vec<u8> = (0..token.len())
            .map(|at| random.hash_one(at).to_ne_bytes()[0])
            .collect();
        let masked = token.iter().zip(&mask).map(|(a, b)| a ^ b).collect();
        Self { masked, mask }
    }

    fn bytes(&self) -> impl Iterator<Item = u8> {
        self.masked.iter().zip(&self.mask).map(|(a, b)| a ^ b)
    }
}

/// Leaves nothing behind of what was in `bytes`, as far as safe code can: to the compiler
/// somebody looks at the zeroes afterwards, so it does not leave them out.
fn wipe(bytes: &mut [u8]) {
    bytes.fill(0);
    black_box(bytes);
}

/// Runs the test that the judge names, says how it ended, and ends the process. `listen`
/// is handed a way to pass on what the explorer reports.
pub fn run(tests: &[(&str, fn())], listen: impl FnOnce(Listener)) -> ! {
    let (voice, name) = match voice() {
        Ok((voice, name)) => (Arc::new(Mutex::new(voice)), name),
        Err(error) => {
            eprintln!("the judge cannot be reached: {error}");
            exit(FAILURE);
        }
    };
    let say = |line: &str| {
        let mut voice = voice.lock().unwrap_or_else(PoisonError::into_inner);
        voice.say(line)
    };
    let Some((_, test)) = tests.iter().find(|(known, _)| *known == name) else {
        let _ = say(NO_SUCH_TEST);
        exit(FAILURE);
    };
    drop(name);
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

/// Takes the channel out of everyone else's reach, and reads the token and the name.
#[cfg(unix)]
fn voice() -> io::Result<(Voice, String)> {
    use std::os::fd::AsFd as _;

    let channel = File::from(io::stdin().as_fd().try_clone_to_owned()?);
    // From here on, standard input is empty, and the channel has a number that
    // only this function knows.
    rustix::stdio::dup2_stdin(File::open("/dev/null")?)?;
    let told = channel.try_clone()?;
    sworn_in(told, channel)
}

/// The same where a process can be given no channel of its own.
#[cfg(not(unix))]
fn voice() -> io::Result<(Voice, String)> {
    let path = std::env::args_os()
        .nth(1)
        .ok_or_else(|| io::Error::other("no file with a token was named"))?;
    #[cfg(windows)]
    let out = {
        use std::os::windows::io::AsHandle as _;
        File::from(io::stdout().as_handle().try_clone_to_owned()?)
    };
    let sworn = sworn_in(File::open(&path)?, out);
    std::fs::remove_file(&path)?;
    sworn
}

/// Reads a line with the token and one with the name of a test.
fn sworn_in(told: impl io::Read, out: File) -> io::Result<(Voice, String)> {
    // Room for all of it beforehand, so that no copy is left behind.
    let mut text = Vec::with_capacity(MOST);
    told.take(MOST as u64).read_to_end(&mut text)?;
    let mut lines = text.split(|byte| *byte == b'\n');
    let token = lines.next().unwrap_or_default().trim_ascii();
    let name = lines.next().unwrap_or_default().trim_ascii();
    let name = String::from_utf8_lossy(name).into_owned();
    let secret = Secret::of(token);
    wipe(&mut text);
    if secret.masked.is_empty() {
        return Err(io::Error::other("it gave no token"));
    }
    Ok((Voice { secret, out }, name))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::fd::OwnedFd;

    #[test]
    fn what_is_said_begins_with_the_token() {
        let (mut heard, out) = io::pipe().unwrap();
        let told = b"0123456789abcdef\r\na_test\r\n";
        let (mut voice, name) = sworn_in(&told[..], File::from(OwnedFd::from(out))).unwrap();
        assert_eq!(name, "a_test");
        assert_ne!(voice.secret.masked, b"0123456789abcdef");
        voice.say("report {}").unwrap();
        voice.say(PASSED).unwrap();
        drop(voice);
        let mut said = String::new();
        heard.read_to_string(&mut said).unwrap();
        let expected = "0123456789abcdef report {}\n0123456789abcdef passed\n";
        assert_eq!(said, expected);
    }

    #[test]
    fn without_a_token_nothing_is_sworn() {
        for told in ["", "\na_test\n"] {
            let (_, out) = io::pipe().unwrap();
            let out = File::from(OwnedFd::from(out));
            assert!(sworn_in(told.as_bytes(), out).is_err(), "{told:?}");
        }
    }
}
