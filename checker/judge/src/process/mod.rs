//! Running a program that may do anything: hang, flood, fork, crash.
//!
//! Each program runs as the head of a family of processes. When it ends, or its
//! time is up, the whole family is killed. Of its output the beginning and the
//! end are kept, however much there is.

#[cfg_attr(unix, path = "channel_unix.rs")]
#[cfg_attr(not(unix), path = "channel_other.rs")]
mod channel;
mod output;
mod patience;
mod standstill;

#[cfg(unix)]
mod unix;
#[cfg(unix)]
use unix::{Family, killed, signal_in};

#[cfg(windows)]
mod windows;
#[cfg(windows)]
use windows::{Family, killed, signal_in};

#[cfg(target_os = "linux")]
mod linux;
#[cfg(not(target_os = "linux"))]
mod other;
#[cfg(not(target_os = "linux"))]
use other as linux;

use std::fmt;
use std::io;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Cancel, ThreadState};
use output::Collector;
use patience::Patience;
use standstill::Standstill;

/// How long and how loud a program may be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits<'a> {
    /// When it is killed. A program that works has as much processor time.
    pub deadline: Duration,
    /// Whether it is killed as soon as it is certain that none of its threads can
    /// ever go on, where the system tells. Right for a test, whose threads wait for
    /// nobody outside.
    pub or_standstill: bool,
    /// How many bytes are kept from the beginning of each output, and how many
    /// from its end.
    pub keep: usize,
    /// What is around it.
    pub bounds: &'a Bounds,
}

/// What is around a program, besides the limits of its time.
#[derive(Debug)]
pub(crate) struct Bounds {
    /// How much of the machine it may take, where the system tells.
    pub quota: Option<Quota>,
    /// What else keeps it from taking more.
    pub fence: Option<Box<dyn Fence>>,
    /// What is written to its standard error once everything is up around it, before it
    /// begins. Where that is missing, nobody's code has run, and nobody is to blame but us.
    pub gate: Option<&'static str>,
    /// Whether another program starts it and passes on its end: a signal as 128 and
    /// its number.
    pub relayed: bool,
}

impl Bounds {
    /// Nothing is.
    pub const NONE: Self = Self {
        quota: None,
        fence: None,
        gate: None,
        relayed: false,
    };
}

/// Nothing is around a program that we trust.
pub(crate) static UNBOUNDED: Bounds = Bounds::NONE;

/// Limits around a program that somebody else keeps: the kernel.
pub(crate) trait Fence: fmt::Debug + Send + Sync {
    /// Which limit the program ran into, if it ran into one.
    fn crossed(&self) -> Option<Excess>;

    /// Kills whatever is still within.
    fn clear(&self);
}

/// How much of the machine a program may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quota {
    /// Bytes of memory that are really filled, over all processes of the family.
    pub memory: u64,
    /// Threads, over all processes of the family.
    pub threads: u32,
    /// Bytes that each output may have.
    pub output: u64,
}

/// What a program takes just now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Footprint {
    memory: u64,
    threads: u32,
}

impl Quota {
    /// What is exceeded, if anything is.
    fn exceeded(&self, taken: Footprint, written: u64) -> Option<Excess> {
        if taken.memory > self.memory {
            Some(Excess::Memory(self.memory))
        } else if taken.threads > self.threads {
            Some(Excess::Threads(self.threads))
        } else if written > self.output {
            Some(Excess::Output(self.output))
        } else {
            None
        }
    }
}

/// What a program took too much of, and how much it might have taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Excess {
    /// Bytes of memory.
    Memory(u64),
    /// Threads.
    Threads(u32),
    /// Bytes of output.
    Output(u64),
}

/// How a program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum End {
    /// By itself, with this code.
    Exited(i32),
    /// By the system: the name of the signal, or of what it is called there.
    Killed(String),
    /// Its time was up. What its threads were doing, where the system tells.
    TimedOut(Vec<ThreadState>),
    /// All of its threads wait for each other, for good. What each waits for.
    Stuck(Vec<ThreadState>),
    /// It took more of the machine than it may.
    TooMuch(Excess),
    /// The judgement was cancelled.
    Cancelled,
}

/// A program that has ended.
#[derive(Debug)]
pub(crate) struct Ended {
    /// How.
    pub end: End,
    /// What it said over the channel, if it had one.
    pub heard: String,
    /// What it wrote to its standard output.
    pub stdout: String,
    /// What it wrote to its standard error.
    pub stderr: String,
    /// How long it ran.
    pub elapsed: Duration,
}

/// What a program is told over a channel of its own, and what it says back over it.
#[derive(Debug)]
pub(crate) struct Channel<'a> {
    /// A line for the program, without its end.
    pub told: &'a str,
    /// What came back is kept up to so many bytes.
    pub keep: usize,
}

/// How long to wait for the rest of the output once the family is dead. Only a
/// process that we could not kill can keep a pipe open that long.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// Runs `command` to its end, or to its deadline, or until `cancel` says so.
pub(crate) fn run(command: Command, limits: Limits<'_>, cancel: &Cancel) -> io::Result<Ended> {
    run_and_hear(command, None, limits, cancel)
}

/// The same for a program that is told something, and listened to.
pub(crate) fn run_and_hear(
    mut command: Command,
    channel: Option<Channel<'_>>,
    limits: Limits<'_>,
    cancel: &Cancel,
) -> io::Result<Ended> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let line = channel
        .map(|channel| channel::Line::open(&mut command, &channel))
        .transpose()?;
    let started = Instant::now();
    let mut family = Family::spawn(command)?;
    let (closed, silence) = mpsc::channel();
    let (stdout, stderr) = family.pipes();
    let stdout = Collector::start(stdout, limits.keep, closed.clone())?;
    let stderr = Collector::start(stderr, limits.keep, closed)?;

    let bounds = limits.bounds;
    let fence = bounds.fence.as_deref();
    let mut pause = Pause::default();
    let mut patience = Patience::new(limits.deadline);
    let mut standstill = Standstill::default();
    let cut_short = loop {
        if family.has_ended()? {
            break None;
        }
        if cancel.is_cancelled() {
            break Some(End::Cancelled);
        }
        if let Some(quota) = &bounds.quota {
            let written = stdout.written().max(stderr.written());
            let taken = linux::footprint_of(family.id());
            if let Some(excess) = quota.exceeded(taken, written) {
                break Some(End::TooMuch(excess));
            }
        }
        if let Some(excess) = fence.and_then(Fence::crossed) {
            break Some(End::TooMuch(excess));
        }
        let program = || linux::program_of(family.id());
        if patience.is_over(started.elapsed(), || linux::work_of(program())) {
            break Some(End::TimedOut(linux::threads_of(program())));
        }
        if limits.or_standstill
            && standstill.is_certain(started.elapsed(), || linux::all_waiting(program()))
        {
            break Some(End::Stuck(linux::threads_of(program())));
        }
        pause.wait(&silence);
    };
    let elapsed = started.elapsed();
    let status = family.end();
    let crossed = fence.and_then(Fence::crossed);
    if let Some(fence) = fence {
        fence.clear();
    }
    let status = status?;
    let end = match (cut_short, crossed) {
        (Some(End::Cancelled), _) => End::Cancelled,
        // Whatever came of it, this was first.
        (_, Some(excess)) => End::TooMuch(excess),
        (Some(end), None) => end,
        (None, None) => how(status, bounds.relayed),
    };
    let last_words = Instant::now() + LAST_WORDS;
    let stdout = stdout.finish(last_words);
    let stderr = stderr.finish(last_words);
    let stderr = match bounds.gate {
        Some(word) if end != End::Cancelled => after_gate(&stderr, word)?,
        _ => stderr,
    };
    Ok(Ended {
        end,
        heard: line.map_or_else(String::new, |line| line.finish(last_words, &stdout)),
        stdout,
        stderr,
        elapsed,
    })
}

/// What a program wrote itself.
fn after_gate(stderr: &str, word: &str) -> io::Result<String> {
    let own = stderr.strip_prefix(word).map(str::to_owned);
    own.ok_or_else(|| {
        let said = match stderr.trim() {
            "" => "nobody says why",
            said => said,
        };
        io::Error::other(format!("the walls could not be put up: {said}"))
    })
}

/// Waits between two looks at a process. Its outputs fall silent when it ends,
/// which wakes us at once; one that goes on in silence is looked at now and then.
#[derive(Default)]
struct Pause {
    silent: bool,
    looks: u32,
}

impl Pause {
    fn wait(&mut self, silence: &mpsc::Receiver<()>) {
        let long = Duration::from_millis(10);
        if !self.silent {
            self.silent = silence.recv_timeout(long) == Err(RecvTimeoutError::Disconnected);
            return;
        }
        // The system closes the outputs a moment before it reports the end.
        let short = Duration::from_micros(50) * 2_u32.saturating_pow(self.looks.min(8));
        self.looks = self.looks.saturating_add(1);
        thread::sleep(short.min(long));
    }
}

fn how(status: ExitStatus, relayed: bool) -> End {
    let code = status.code().unwrap_or(-1);
    let passed_on = relayed.then(|| signal_in(code)).flatten();
    match killed(status).or(passed_on) {
        Some(how) => End::Killed(how),
        None => End::Exited(code),
    }
}

#[cfg(test)]
mod tests;
