//! Faults of the program that would end the process, or hold it up for ever.
//!
//! A stack that overflows, an `abort`, a loop without a step: none of these comes
//! back to the engine by itself. The system tells of them by a signal, and the
//! signal's handler makes the coroutine return at once, without running another
//! line of the program. What was on its stack is leaked, as at the end of a
//! process; the exploration fails, and the test process goes on.
//!
//! How a signal is handled is in a file for each kind of system. Where there is
//! none, the process ends as it would without the explorer, but that a stack is
//! still looked at before each step and each allocation.

#[cfg(not(all(
    any(target_os = "linux", target_os = "macos"),
    any(target_arch = "x86_64", target_arch = "aarch64")
)))]
#[path = "none.rs"]
mod system;
#[cfg(all(
    any(target_os = "linux", target_os = "macos"),
    any(target_arch = "x86_64", target_arch = "aarch64")
))]
#[path = "signals.rs"]
mod system;

pub(crate) use system::{Interruptible, install};

use super::clock::Tid;
use super::execution::{Execution, Raised};
use super::failure::{Crash, Failure, Spot};
use super::op::Act;
use super::watch;
use corosensei::trap::CoroutineTrapHandler;
use std::cell::Cell;

/// So much of a stack is left to the engine and the allocator. They hold locks,
/// so an overflow must not hit them in the middle of their work.
const SPARE_BYTES: usize = 64 << 10;

thread_local! {
    /// The coroutine that runs on this thread of the system.
    static RUNNING: Cell<Option<CoroutineTrapHandler<()>>> = const { Cell::new(None) };
    /// The end of its stack, the guard page included; 0 if none runs.
    static LIMIT: Cell<usize> = const { Cell::new(0) };
    /// Below this address the program must not go, and the engine says so before
    /// the guard page does.
    static FLOOR: Cell<usize> = const { Cell::new(0) };
    /// What the program is to be stopped for, once the engine or the allocator
    /// are done, unless it has taken another step than this by then.
    static PENDING: Cell<Option<(Crash, u64)>> = const { Cell::new(None) };
    /// What made the coroutine return.
    static CAUGHT: Cell<Option<Crash>> = const { Cell::new(None) };
}

/// A coroutine is about to run.
pub(crate) fn enter(handler: CoroutineTrapHandler<()>, limit: usize) {
    RUNNING.set(Some(handler));
    LIMIT.set(limit);
    FLOOR.set(limit + SPARE_BYTES);
}

/// The coroutine has given way or returned: on account of what, if not by itself.
pub(crate) fn leave() -> Option<Crash> {
    RUNNING.set(None);
    LIMIT.set(0);
    FLOOR.set(0);
    PENDING.set(None);
    CAUGHT.take()
}

/// Ends the execution if the stack is nearly used up, or the program was to be
/// stopped meanwhile. `here` is an address on the stack.
#[inline]
pub(crate) fn check(here: usize) {
    if here < FLOOR.get() {
        stop(here);
    }
}

#[cold]
fn stop(here: usize) {
    let floor = LIMIT.get() + SPARE_BYTES;
    FLOOR.set(floor);
    let pending = PENDING.take();
    let crash = match pending {
        Some((crash, after)) if after == watch::steps() => crash,
        _ if here < floor => Crash::Overflow,
        _ => return,
    };
    // Inside a panic the standard library may hold its lock on the panic hook,
    // and would hold it for ever. The guard page is still there.
    if std::thread::panicking() {
        return;
    }
    FLOOR.set(0);
    super::inside(|e| e.crash(crash));
    super::stop_if_over();
}

/// The panic that ends a process, if the last panic is of that kind. They carry
/// no mark, but the core library words them.
fn deadly(raised: &[Raised]) -> Option<&Raised> {
    raised.last().filter(|last| {
        [
            IN_CLEANUP,
            CANNOT_UNWIND,
            "unsafe precondition(s) violated",
            "misaligned pointer dereference",
            "null pointer dereference occurred",
            "trying to construct an enum from an invalid value",
            "attempted to ",
        ]
        .iter()
        .any(|words| last.message.starts_with(words))
    })
}

/// Whether a panic with this message follows from another one.
pub(crate) fn follows(message: &str) -> bool {
    message == IN_CLEANUP || message == CANNOT_UNWIND
}

const IN_CLEANUP: &str = "panic in a destructor during cleanup";
const CANNOT_UNWIND: &str = "panic in a function that cannot unwind";

impl Execution {
    /// The running thread crashed.
    pub fn crash(&mut self, crash: Crash) {
        let tid = self.current;
        let (message, place) = match crash {
            Crash::Overflow => (self.overflow(tid), None),
            Crash::Fault => (
                format!(
                    "{} uses a pointer that is null or wild, {}: a real program would crash here",
                    self.thread_name(tid),
                    self.since(tid)
                ),
                None,
            ),
            Crash::Abort => self.abort(tid),
            Crash::Spins => (
                format!(
                    "{} runs on and on, {}, without another step that others could notice: \
                     a loop must watch an atomic, a lock or a channel to be ended by others",
                    self.thread_name(tid),
                    self.since(tid)
                ),
                None,
            ),
            Crash::Waits => (
                format!(
                    "the explorer does not model waiting for what is outside of the program, as \
                     real input and output are, and {} does; use channels, or test that \
                     part without `explore`",
                    self.thread_name(tid)
                ),
                None,
            ),
        };
        let last = self.threads[tid.index()].next.as_ref();
        let place = place.or_else(|| last.map(|op| Spot::of(op.at)));
        self.fail(Failure::Crash {
            crash,
            message,
            place,
        });
    }

    fn overflow(&self, tid: Tid) -> String {
        format!(
            "stack overflow in {}, {}: it used up its {} MB of stack; \
             does a function call itself without end?",
            self.thread_name(tid),
            self.since(tid),
            super::run::STACK_BYTES >> 20
        )
    }

    /// When a thread went wrong, in terms of the line that is named below.
    fn since(&self, tid: Tid) -> &'static str {
        let last = self.threads[tid.index()].next.as_ref();
        match last.map(|op| op.act) {
            Some(Act::Start) => "before its first step (started at the line below)",
            _ => "after its last step (the line below)",
        }
    }

    fn abort(&self, tid: Tid) -> (String, Option<Spot>) {
        let who = self.thread_name(tid);
        let Some(deadly) = deadly(&self.raised) else {
            return (format!("{who} aborts the whole process"), None);
        };
        let mut before = self.raised.iter().rev().skip(1).filter(|r| r.tid == tid);
        let (second, first) = (before.next(), before.next());
        match (deadly.message.as_str(), first, second) {
            (IN_CLEANUP, Some(first), Some(second)) => (
                format!(
                    "a destructor panics (\"{}\") while {who} unwinds from another panic (\"{}\"{}): \
                     a real program would abort here",
                    one_line(&second.message),
                    one_line(&first.message),
                    first
                        .place
                        .as_ref()
                        .map(|spot| format!(" at {}", crate::source::short(spot)))
                        .unwrap_or_default(),
                ),
                second.place.clone(),
            ),
            (CANNOT_UNWIND, _, Some(second)) => (
                format!(
                    "{who} panics (\"{}\") in a function that cannot unwind, such as \
                     `extern \"C\"`: a real program would abort here",
                    one_line(&second.message)
                ),
                second.place.clone(),
            ),
            (message, _, _) => (
                format!(
                    "{} ({who}): a real program would abort here",
                    one_line(message)
                ),
                deadly
                    .place
                    .clone()
                    .filter(|place| !crate::source::is_std(place)),
            ),
        }
    }
}

fn one_line(text: &str) -> &str {
    text.lines().next().unwrap_or("").trim()
}

#[cfg(all(
    any(target_os = "linux", target_os = "macos"),
    any(target_arch = "x86_64", target_arch = "aarch64")
))]
/// What the handler of a signal does. It may run at any moment of the program.
mod handling {
    use super::{CAUGHT, FLOOR, LIMIT, PENDING, RUNNING};
    use crate::engine::failure::Crash;
    use crate::engine::heap;
    use corosensei::trap::TrapHandlerRegs;

    /// The end of the running coroutine's stack, if the program itself runs on
    /// it, and neither the engine nor the allocator.
    pub fn stack_limit(stack_pointer: usize) -> Option<usize> {
        let handler = RUNNING.get()?;
        let here = handler.stack_ptr_in_bounds(stack_pointer);
        (here && !heap::is_at_work() && CAUGHT.get().is_none()).then(|| LIMIT.get())
    }

    /// The program runs on too long, and cannot be stopped here: not before the
    /// engine or the allocator are done.
    pub fn stop_later(stack_pointer: usize, crash: Crash, after: u64) {
        let here = RUNNING
            .get()
            .is_some_and(|handler| handler.stack_ptr_in_bounds(stack_pointer));
        if here {
            PENDING.set(Some((crash, after)));
            FLOOR.set(usize::MAX);
        }
    }

    /// The registers with which the coroutine returns at once.
    ///
    /// # Safety
    ///
    /// The thread was interrupted with its stack pointer inside the running
    /// coroutine's stack, and goes on with these registers.
    pub unsafe fn give_up(crash: Crash) -> Option<TrapHandlerRegs> {
        let handler = RUNNING.get()?;
        CAUGHT.set(Some(crash));
        // SAFETY: `RUNNING` is set only while its coroutine runs, and the caller
        // vouches for the rest. Nothing that the program was about to write
        // is read again: the execution is over, and what it had is leaked.
        Some(unsafe { handler.setup_trap_handler(|| ()) })
    }
}
