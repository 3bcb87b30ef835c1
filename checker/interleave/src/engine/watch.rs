//! The watchdog: ends an execution that never comes to its next step.
//!
//! A loop without a step, or a wait for real input, keeps the scheduler from its
//! turn for ever. One thread of the system looks on from outside. It decides no
//! race and counts against nobody what a busy machine does: what counts is the
//! time that the exploring thread *ran*, or *slept* of its own accord, without
//! a step. A thread that waits for a processor does neither.

use super::failure::Crash;
use super::object::Place;
use super::traps::Interruptible;
use crate::explore::Outcome;
use crate::report::{self, Report};
use std::io::Write as _;
use std::panic::Location;
use std::ptr;
use std::sync::atomic::{AtomicPtr, AtomicU32, AtomicU64, Ordering::Relaxed};
use std::sync::{Condvar, Mutex, Once, PoisonError};
use std::time::{Duration, Instant};

/// Seconds without a step after which an execution is given up. Sooner than a
/// test runner is likely to, as what we say explains more.
const PATIENCE: f64 = 5.0;
/// The environment variable that sets another number; 0 is for ever.
const PATIENCE_VARIABLE: &str = "INTERLEAVE_PATIENCE_SECONDS";
/// While a schedule that did not end is run again, this much is enough.
const SECOND_PATIENCE: Duration = Duration::from_secs(1);
/// So often does the watchdog look.
const TICK: Duration = Duration::from_millis(100);
/// Once a thread was asked to give up, it has this much more until the process
/// ends.
const GRACE: Duration = Duration::from_secs(2);

/// Steps of all executions. Only one exploration runs at a time, so there is
/// one writer.
static STEPS: AtomicU64 = AtomicU64::new(0);
static LAST_PLACE: AtomicPtr<Location<'static>> = AtomicPtr::new(ptr::null_mut());
static LAST_THREAD: AtomicU32 = AtomicU32::new(0);

static WATCHED: Mutex<Option<Watched>> = Mutex::new(None);
static CHANGED: Condvar = Condvar::new();

/// A step is taken.
#[inline]
pub(super) fn step(tid: u32, at: Place) {
    STEPS.store(STEPS.load(Relaxed).wrapping_add(1), Relaxed);
    LAST_PLACE.store(ptr::from_ref(at).cast_mut(), Relaxed);
    LAST_THREAD.store(tid, Relaxed);
}

/// How many steps were taken so far.
pub(super) fn steps() -> u64 {
    STEPS.load(Relaxed)
}

/// The thread of the system that explores.
struct Watched {
    thread: Interruptible,
    account: Account,
    patience: Duration,
    steps: u64,
    /// What it spent since its last step.
    spent: Duration,
    spinning: Duration,
    looked: Instant,
}

/// As long as it lives, the calling thread is watched.
pub(crate) struct Watch(());

impl Watch {
    /// `again` if what is run is known to end in a hang.
    pub fn begin(again: bool) -> Watch {
        static STARTED: Once = Once::new();
        STARTED.call_once(|| {
            // Without it, a hang is a hang.
            let _ = std::thread::Builder::new()
                .name("interleave watchdog".to_string())
                .spawn(look_on);
        });
        let patience = if again {
            SECOND_PATIENCE.min(patience())
        } else {
            patience()
        };
        *WATCHED.lock().unwrap_or_else(PoisonError::into_inner) = Some(Watched {
            thread: Interruptible::current(),
            account: Account::current(),
            patience,
            steps: STEPS.load(Relaxed),
            spent: Duration::ZERO,
            spinning: Duration::ZERO,
            looked: Instant::now(),
        });
        CHANGED.notify_one();
        Watch(())
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        *WATCHED.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

fn patience() -> Duration {
    std::env::var(PATIENCE_VARIABLE)
        .ok()
        .and_then(|text| text.parse().ok())
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .unwrap_or(Duration::from_secs_f64(PATIENCE))
}

fn look_on() {
    let mut watched = WATCHED.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        match watched.as_mut() {
            None => {
                watched = CHANGED
                    .wait(watched)
                    .unwrap_or_else(PoisonError::into_inner);
            }
            Some(one) => {
                if let Some(crash) = one.look() {
                    give_up(crash);
                }
                drop(watched);
                std::thread::sleep(TICK);
                watched = WATCHED.lock().unwrap_or_else(PoisonError::into_inner);
            }
        }
    }
}

impl Watched {
    /// Looks at the thread; says why if the process cannot go on.
    fn look(&mut self) -> Option<Crash> {
        let steps = STEPS.load(Relaxed);
        // A process that was stopped for a while is not to blame for that.
        let tick = self.looked.elapsed().min(2 * TICK);
        self.looked = Instant::now();
        if steps != self.steps {
            self.steps = steps;
            self.spent = Duration::ZERO;
            self.spinning = Duration::ZERO;
            // What it used up to here is nothing to do with a hang.
            self.account.settle();
            return None;
        }
        if self.patience.is_zero() {
            return None;
        }
        let (ran, slept) = self.account.settle();
        self.spinning += ran.unwrap_or_default();
        self.spent += match ran {
            Some(ran) => ran.max(if slept { tick } else { Duration::ZERO }),
            // Nothing is known here, so be generous.
            None => tick / 3,
        };
        if self.spent < self.patience {
            return None;
        }
        let spins = self.spinning * 2 > self.spent;
        let late = self.spent > self.patience + GRACE;
        if !late && self.thread.interrupt(spins, steps) {
            return None;
        }
        Some(if spins { Crash::Spins } else { Crash::Waits })
    }
}

/// The thread cannot be stopped: the process must end.
fn give_up(crash: Crash) -> ! {
    let place = LAST_PLACE.load(Relaxed);
    // SAFETY: it is null, or was made from a reference that lives for ever.
    let place = unsafe { place.as_ref() };
    let report = Report::hung(crash, LAST_THREAD.load(Relaxed), place);
    // Not `eprint!`: a test runner would keep it to itself.
    let _ = std::io::stderr().write_all(report.story().as_bytes());
    report::publish(&Outcome::Failed(Box::new(report)));
    std::process::exit(101);
}

/// What the system knows of a thread: the time that it ran, and whether it sleeps.
struct Account {
    #[cfg(target_os = "linux")]
    file: Option<std::path::PathBuf>,
    #[cfg(target_os = "linux")]
    ran: u64,
    /// The thread's own clock, for where `/proc` cannot be read: behind a judge's walls.
    #[cfg(target_os = "linux")]
    clock: Option<libc::clockid_t>,
    #[cfg(target_os = "linux")]
    by_clock: Duration,
}

#[cfg(target_os = "linux")]
impl Account {
    fn current() -> Account {
        let file = std::fs::read_link("/proc/thread-self").ok();
        let file = file.map(|thread| std::path::Path::new("/proc").join(thread).join("stat"));
        // The watchdog looks first: to ask the system takes as long as some
        // dozens of short executions, and most explorations are over by then.
        let ran = u64::MAX;
        let mut clock = 0;
        // SAFETY: it writes to `clock`, which is ours.
        let known = unsafe { libc::pthread_getcpuclockid(libc::pthread_self(), &raw mut clock) };
        Account {
            file,
            ran,
            clock: (known == 0).then_some(clock),
            by_clock: Duration::MAX,
        }
    }

    /// The time that the thread ran since the last call, if that is known, and
    /// whether it sleeps now.
    fn settle(&mut self) -> (Option<Duration>, bool) {
        let Some((state, ran)) = self.read() else {
            return (self.ran_by_clock(), false);
        };
        let since = ran.saturating_sub(std::mem::replace(&mut self.ran, ran));
        // The unit is a hundredth of a second on every Linux that Rust runs on.
        (Some(Duration::from_millis(since * 10)), state == 'S')
    }

    /// The same by the thread's clock. A thread that did not run at all may sleep, or
    /// wait for a processor: that is not known.
    fn ran_by_clock(&mut self) -> Option<Duration> {
        let mut now = libc::timespec {
            tv_sec: 0,
            tv_nsec: 0,
        };
        // SAFETY: it writes to `now`, which is ours. The thread is watched, so it lives.
        let known = unsafe { libc::clock_gettime(self.clock?, &raw mut now) };
        if known != 0 {
            return None;
        }
        let seconds = u64::try_from(now.tv_sec).ok()?;
        let now = Duration::new(seconds, u32::try_from(now.tv_nsec).ok()?);
        let ran = now.saturating_sub(std::mem::replace(&mut self.by_clock, now));
        (!ran.is_zero()).then_some(ran)
    }

    fn read(&self) -> Option<(char, u64)> {
        let text = std::fs::read_to_string(self.file.as_ref()?).ok()?;
        // The thread's name comes second, in brackets, and may hold anything.
        let (_, fields) = text.rsplit_once(") ")?;
        let mut fields = fields.split_whitespace();
        let state = fields.next()?.chars().next()?;
        let mut times = fields.skip(10);
        let own: u64 = times.next()?.parse().ok()?;
        let system: u64 = times.next()?.parse().ok()?;
        Some((state, own + system))
    }
}

#[cfg(not(target_os = "linux"))]
impl Account {
    fn current() -> Account {
        Account {}
    }

    fn settle(&mut self) -> (Option<Duration>, bool) {
        (None, false)
    }
}
