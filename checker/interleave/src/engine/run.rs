//! Runs one execution: the coroutines, and the switching between them.

use super::clock::Tid;
use super::execution::Execution;
use super::failure::Failure;
use super::object::Place;
use super::op::{Act, Guard, Op, Touch};
use super::{CURRENT, inside, step, traps};
use corosensei::stack::{DefaultStack, Stack};
use corosensei::{Coroutine, CoroutineResult, Yielder};
use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

/// The stack of a thread of the program, as large as `std` makes it. Only what
/// is used is ever backed by memory.
pub(crate) const STACK_BYTES: usize = 2 << 20;
/// So many stacks are kept for the next execution.
const KEPT_STACKS: usize = 64;

type Routine = Coroutine<(), (), (), DefaultStack>;

thread_local! {
    static ROUTINES: RefCell<Vec<Option<Routine>>> = const { RefCell::new(Vec::new()) };
    /// Where their stacks end.
    static LIMITS: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
    static YIELDERS: RefCell<Vec<*const Yielder<(), ()>>> = const { RefCell::new(Vec::new()) };
}

/// For the next execution, and the next exploration: a new stack costs more
/// than a short execution.
static STACKS: Mutex<Vec<DefaultStack>> = Mutex::new(Vec::new());

/// Suspends the running thread of the program until it is chosen again.
pub(crate) fn give_way() {
    let tid = inside(|e| e.suspended_tid());
    let yielder = YIELDERS.with_borrow(|all| all[tid.index()]);
    // SAFETY: the yielder belongs to the coroutine whose stack we are on; it
    // lives as long as that coroutine runs.
    unsafe { (*yielder).suspend(()) };
}

/// Starts a thread of the program. `body` runs once the scheduler picks it.
pub(crate) fn launch(tid: Tid, body: Box<dyn FnOnce()>) {
    // Inside, so that nothing interrupts the thread while it has the lock.
    let kept = inside(|_| STACKS.lock().unwrap_or_else(PoisonError::into_inner).pop());
    let stack = kept.unwrap_or_else(|| {
        DefaultStack::new(STACK_BYTES).expect("memory for another thread's stack")
    });
    LIMITS.with_borrow_mut(|all| all.push(stack.limit().get()));
    let routine = Coroutine::with_stack(stack, move |yielder, ()| {
        YIELDERS.with_borrow_mut(|all| all[tid.index()] = std::ptr::from_ref(yielder));
        inside(Execution::begin);
        body();
    });
    YIELDERS.with_borrow_mut(|all| all.push(std::ptr::null()));
    ROUTINES.with_borrow_mut(|all| all.push(Some(routine)));
}

/// Runs a thread's own code and its `thread_local!` destructors, and announces
/// its end. Returns the panic that ended it, if any.
pub(crate) fn thread_main(
    at: Place,
    code: Box<dyn FnOnce() + '_>,
) -> Result<(), Box<dyn Any + Send>> {
    let result = catch_unwind(AssertUnwindSafe(code));
    inside(|e| e.thread().panics = 0);
    let tid = super::me();
    let locals = catch_unwind(AssertUnwindSafe(crate::thread::local::destroy_all));
    inside(|e| e.thread().panics = 0);
    let object = inside(|e| e.thread_object(tid));
    step(Op::new(Act::Exit, at).touching(object, Touch::Write));
    inside(|e| e.changed(object));
    result.and(locals)
}

/// Runs `body` once under the given execution and returns the execution.
pub(crate) fn run_once(
    mut execution: Box<Execution>,
    body: &Arc<dyn Fn() + Send + Sync>,
    at: Place,
) -> Box<Execution> {
    let body = Arc::clone(body);
    let main = execution.add_thread(Some("main".to_string()), at);
    CURRENT.set(&raw mut *execution);
    launch(
        main,
        Box::new(move || {
            let result = catch_unwind(AssertUnwindSafe(&*body));
            match result {
                Ok(()) => {
                    crate::thread::local::destroy_all();
                    step(Op::new(Act::Return, at).when(Guard::LastExit));
                }
                Err(payload) => {
                    let message = super::panics::message_of(&*payload);
                    inside(|e| {
                        // A race explains more than what came of it.
                        e.see_cells();
                        let raised = e.raised.iter().rev().find(|r| r.tid == Tid::MAIN);
                        let place = raised.and_then(|r| r.place.clone());
                        e.fail(Failure::Panic { message, place });
                    });
                    give_way();
                }
            }
        }),
    );
    inside(Execution::start);
    loop {
        let (over, tid) = inside(|e| (e.over, e.current));
        if over {
            break;
        }
        let mut routine = ROUTINES
            .with_borrow_mut(|all| all[tid.index()].take())
            .expect("a thread that is chosen has not ended");
        inside(Execution::resumed);
        let limit = LIMITS.with_borrow(|all| all[tid.index()]);
        traps::enter(routine.trap_handler(), limit);
        let result = routine.resume(());
        if let Some(crash) = traps::leave() {
            inside(|e| e.crash(crash));
        }
        match result {
            CoroutineResult::Yield(()) => {
                ROUTINES.with_borrow_mut(|all| all[tid.index()] = Some(routine));
            }
            CoroutineResult::Return(()) => {
                let stack = routine.into_stack();
                if !inside(|e| e.over) {
                    inside(Execution::ended);
                }
                // Another thread may get the stack, and cells of its own on it.
                inside(|e| e.forget_cells(stack.limit().get()..stack.base().get()));
                keep(stack);
            }
        }
    }
    CURRENT.set(std::ptr::null_mut());
    clear();
    execution
}

fn keep(stack: DefaultStack) {
    let mut stacks = STACKS.lock().unwrap_or_else(PoisonError::into_inner);
    if stacks.len() < KEPT_STACKS {
        stacks.push(stack);
    }
}

/// Ends all threads that are still suspended, as the end of a process does:
/// without running their destructors.
fn clear() {
    let mut routines = ROUTINES.with_borrow_mut(std::mem::take);
    YIELDERS.with_borrow_mut(Vec::clear);
    LIMITS.with_borrow_mut(Vec::clear);
    for mut routine in routines.drain(..).flatten() {
        if routine.started() && !routine.done() {
            // SAFETY: what lives on the stack is leaked. Nothing outside points
            // into it: scoped threads of the same execution, which may, are
            // reset here as well, and the look-alike types keep no pointers to
            // the stack in memory that outlives the execution.
            unsafe { routine.force_reset() };
        }
        if routine.done() {
            keep(routine.into_stack());
        }
    }
    // The next execution need not make room again.
    ROUTINES.with_borrow_mut(|all| *all = routines);
}
