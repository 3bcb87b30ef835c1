//! The engine: runs a program one step at a time, on one thread of the
//! operating system, and asks a strategy which thread takes the next step.
//!
//! Every thread of the program is a coroutine. Before each step that others
//! could notice it *announces* the step and gives way; the scheduler then picks
//! one of the threads whose announced step is possible. Steps between two
//! announcements are private to the thread and need no choice.

pub(crate) mod about;
pub(crate) mod board;
pub(crate) mod clock;
pub(crate) mod counts;
pub(crate) mod execution;
pub(crate) mod failure;
pub(crate) mod heap;
pub(crate) mod memory;
pub(crate) mod object;
pub(crate) mod op;
mod order;
pub(crate) mod panics;
mod progress;
pub(crate) mod races;
pub(crate) mod run;
pub(crate) mod scheduler;
pub(crate) mod stamp;
pub(crate) mod statics;
pub(crate) mod tell;
pub(crate) mod total;
pub(crate) mod traps;
pub(crate) mod watch;

use clock::Tid;
use execution::Execution;
use failure::{Failure, Spot};
use op::Op;
use scheduler::Turn;
use std::cell::Cell;

thread_local! {
    /// The execution that this thread of the operating system is running.
    static CURRENT: Cell<*mut Execution> = const { Cell::new(std::ptr::null_mut()) };
}

/// Whether the caller runs inside `explore`.
pub(crate) fn is_active() -> bool {
    !CURRENT.get().is_null()
}

/// The running execution, and a mark that the engine is at work.
fn enter<'a>() -> Option<(&'a mut Execution, heap::AtWork)> {
    let current = CURRENT.get();
    if current.is_null() {
        return None;
    }
    // SAFETY: `CURRENT` is set by `run::run_once` to an execution that outlives
    // the run, and is cleared afterwards. All coroutines of an execution run
    // on this thread, one at a time, and `with`, the only caller, lends the
    // reference to code that cannot switch to another: switching is done by
    // `step`, which takes none.
    Some((unsafe { &mut *current }, heap::AtWork::begin()))
}

/// Gives access to the running execution; `None` outside of `explore`. The
/// closure must not give way.
pub(crate) fn with<R>(f: impl FnOnce(&mut Execution) -> R) -> Option<R> {
    // Little is generic here, because every program compiles it many times.
    let (execution, _at_work) = enter()?;
    Some(f(execution))
}

/// As [`with`], where the caller knows that it is inside.
pub(crate) fn inside<R>(f: impl FnOnce(&mut Execution) -> R) -> R {
    with(f).expect("called inside an execution only")
}

/// Announces a step, waits until the scheduler picks it, and returns when it
/// is this thread's turn to take it. Nobody else runs until the next call.
pub(crate) fn step(op: Op) {
    traps::check((&raw const op).addr());
    match inside(|e| e.announce(op)) {
        Turn::Mine => {}
        Turn::Others => run::give_way(),
    }
    inside(Execution::begin);
}

/// A moment after a step that others may have waited for. What a thread does
/// next may be private to it and yet be seen: when it sets a flag that is no
/// atomic, say. In the schedules that watch for this, others may go first here.
pub(crate) fn gap(at: object::Place) {
    if inside(|e| e.gaps) {
        step(Op::new(op::Act::Gap, at));
    }
}

/// Ends the execution with a failure. Never returns to the caller.
pub(crate) fn fail(failure: Failure) -> ! {
    inside(|e| e.fail(failure));
    loop {
        run::give_way();
    }
}

/// Says that the program needs its `Arc`s counted more closely. Does not return
/// if the execution is given up for it.
pub(crate) fn ask_for(how: counts::Counting) {
    if inside(|e| e.ask_for(how)) {
        stop_if_over();
    }
}

/// The running thread does something that is no step, but that matters if it is
/// part of dropping the value of an `Arc`.
pub(crate) fn see_last_drop(act: op::Act) {
    if inside(|e| e.see_last_drop(e.current, act)) {
        stop_if_over();
    }
}

/// Does not return if the execution has failed meanwhile.
pub(crate) fn stop_if_over() {
    while inside(|e| e.over) {
        run::give_way();
    }
}

/// Ends the execution because it used something that is not modelled. `way_out`
/// tells the user what to write instead.
#[track_caller]
pub(crate) fn refuse(item: &str, way_out: &str) -> ! {
    refuse_at(item, way_out, std::panic::Location::caller())
}

/// As [`refuse`], for a known line.
pub(crate) fn refuse_at(item: &str, way_out: &str, at: object::Place) -> ! {
    let message = format!("the explorer does not model {item}; {way_out}");
    if is_active() {
        let place = Some(Spot::of(at));
        fail(Failure::Refused { message, place });
    }
    panic!("{message}");
}

/// The thread of the program that is running.
pub(crate) fn me() -> Tid {
    inside(|e| e.current)
}
