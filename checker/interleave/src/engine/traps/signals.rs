//! Signals, as Linux and macOS have them.
#![allow(
    clippy::cast_possible_truncation,
    reason = "an address, whatever the system calls its type, fits into a `usize`"
)]

use super::handling::{give_up, stack_limit, stop_later};
use crate::engine::failure::Crash;
use crate::engine::watch;
use corosensei::trap::TrapHandlerRegs;
use libc::{SIGABRT, SIGBUS, SIGSEGV, SIGURG, c_int, c_void, siginfo_t, ucontext_t};
use std::cell::Cell;
use std::mem::MaybeUninit;
use std::ptr;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};

/// The signals that are handled. `SIGURG` is the watchdog's: nobody else who
/// sends it minds if it is lost.
const SIGNALS: [c_int; 4] = [SIGSEGV, SIGBUS, SIGABRT, SIGURG];
/// The stack of the handler, on threads that have none yet.
const HANDLER_STACK: usize = 64 << 10;

/// What was there before, in the order of `SIGNALS`.
static BEFORE: OnceLock<[libc::sigaction; 4]> = OnceLock::new();
/// Kept, as a handler may not ask the system for it.
static PAGE: AtomicUsize = AtomicUsize::new(4096);
/// What the watchdog says when it interrupts: the thread spins.
static SPINS: AtomicBool = AtomicBool::new(false);
/// And how many steps it has seen: a thread that has moved on is left alone.
static AFTER: AtomicU64 = AtomicU64::new(0);

/// Puts our handlers in front of those that are there. Called once.
pub(crate) fn install() {
    // SAFETY: the calls are made as their manual pages ask: `action` and `old`
    // are whole, and the handler has the signature that `SA_SIGINFO` promises.
    unsafe {
        if let Ok(page) = usize::try_from(libc::sysconf(libc::_SC_PAGESIZE)) {
            PAGE.store(page, Ordering::Relaxed);
        }
        let before = SIGNALS.map(|signal| {
            let mut old = MaybeUninit::<libc::sigaction>::zeroed();
            libc::sigaction(signal, ptr::null(), old.as_mut_ptr());
            old.assume_init()
        });
        // Before the first signal can come.
        if BEFORE.set(before).is_err() {
            return;
        }
        for signal in SIGNALS {
            let mut action = MaybeUninit::<libc::sigaction>::zeroed().assume_init();
            action.sa_sigaction = on_signal as *const () as usize;
            action.sa_flags = libc::SA_SIGINFO | libc::SA_ONSTACK | libc::SA_RESTART;
            libc::sigemptyset(&raw mut action.sa_mask);
            libc::sigaction(signal, &raw const action, ptr::null_mut());
        }
    }
}

extern "C" fn on_signal(signal: c_int, info: *mut siginfo_t, context: *mut c_void) {
    // SAFETY: the system passes the context of the interrupted thread, and
    // takes it up again when the handler returns.
    let registers = unsafe { &mut *context.cast::<ucontext_t>() };
    let stack_pointer = stack_pointer(registers);
    let limit = stack_limit(stack_pointer);
    let crash = match signal {
        SIGABRT => Crash::Abort,
        SIGURG => {
            let after = AFTER.load(Ordering::Relaxed);
            if after != watch::steps() {
                return;
            }
            let crash = if SPINS.load(Ordering::Relaxed) {
                Crash::Spins
            } else {
                Crash::Waits
            };
            if limit.is_none() {
                stop_later(stack_pointer, crash, after);
            }
            crash
        }
        _ => {
            // SAFETY: these two signals come with an address.
            let address = unsafe { (*info).si_addr() } as usize;
            let guard = limit.map_or(0..0, |limit| limit..limit + PAGE.load(Ordering::Relaxed));
            if guard.contains(&address) {
                Crash::Overflow
            } else {
                Crash::Fault
            }
        }
    };
    // SAFETY: the stack pointer is inside the coroutine's stack, as
    // `stack_limit` has found, and the registers are set as asked.
    if let Some(registers_to_set) = limit.and_then(|_| unsafe { give_up(crash) }) {
        set(registers, registers_to_set);
    } else if signal != SIGURG {
        pass_on(signal, info, context);
    }
}

/// Leaves the signal to whoever handled it before.
fn pass_on(signal: c_int, info: *mut siginfo_t, context: *mut c_void) {
    let at = SIGNALS.iter().position(|s| *s == signal).unwrap_or(0);
    let Some(before) = BEFORE.get().map(|all| &all[at]) else {
        return;
    };
    match before.sa_sigaction {
        libc::SIG_IGN => {}
        libc::SIG_DFL => {
            // SAFETY: `before` came from the system. Once we return, the fault
            // comes again, or `abort` raises its signal again.
            unsafe { libc::sigaction(signal, before, ptr::null_mut()) };
        }
        handler if before.sa_flags & libc::SA_SIGINFO != 0 => {
            // SAFETY: by its flag, the handler has this signature.
            let handler: extern "C" fn(c_int, *mut siginfo_t, *mut c_void) =
                unsafe { std::mem::transmute(handler) };
            handler(signal, info, context);
        }
        handler => {
            // SAFETY: without the flag, the handler has this signature.
            let handler: extern "C" fn(c_int) = unsafe { std::mem::transmute(handler) };
            handler(signal);
        }
    }
}

#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
fn stack_pointer(context: &ucontext_t) -> usize {
    context.uc_mcontext.gregs[libc::REG_RSP as usize].cast_unsigned() as usize
}

#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
fn set(context: &mut ucontext_t, registers: TrapHandlerRegs) {
    let TrapHandlerRegs {
        rip,
        rsp,
        rbp,
        rdi,
        rsi,
    } = registers;
    let all = &mut context.uc_mcontext.gregs;
    all[libc::REG_RIP as usize] = rip.cast_signed();
    all[libc::REG_RSP as usize] = rsp.cast_signed();
    all[libc::REG_RBP as usize] = rbp.cast_signed();
    all[libc::REG_RDI as usize] = rdi.cast_signed();
    all[libc::REG_RSI as usize] = rsi.cast_signed();
}

#[cfg(all(target_os = "linux", target_arch = "aarch64"))]
fn stack_pointer(context: &ucontext_t) -> usize {
    context.uc_mcontext.sp as usize
}

#[cfg(all(target_os = "linux", target_arch = "aarch64"))]
fn set(context: &mut ucontext_t, registers: TrapHandlerRegs) {
    let TrapHandlerRegs {
        pc,
        sp,
        x0,
        x1,
        x29,
        lr,
    } = registers;
    let all = &mut context.uc_mcontext;
    all.pc = pc;
    all.sp = sp;
    all.regs[0] = x0;
    all.regs[1] = x1;
    all.regs[29] = x29;
    all.regs[30] = lr;
}

#[cfg(all(target_os = "macos", target_arch = "x86_64"))]
fn stack_pointer(context: &ucontext_t) -> usize {
    // SAFETY: the system passes the registers with the context.
    unsafe { (*context.uc_mcontext).__ss.__rsp as usize }
}

#[cfg(all(target_os = "macos", target_arch = "x86_64"))]
fn set(context: &mut ucontext_t, registers: TrapHandlerRegs) {
    let TrapHandlerRegs {
        rip,
        rsp,
        rbp,
        rdi,
        rsi,
    } = registers;
    // SAFETY: the system passes the registers with the context.
    let all = unsafe { &mut (*context.uc_mcontext).__ss };
    all.__rip = rip;
    all.__rsp = rsp;
    all.__rbp = rbp;
    all.__rdi = rdi;
    all.__rsi = rsi;
}

#[cfg(all(target_os = "macos", target_arch = "aarch64"))]
fn stack_pointer(context: &ucontext_t) -> usize {
    // SAFETY: the system passes the registers with the context.
    unsafe { (*context.uc_mcontext).__ss.__sp as usize }
}

#[cfg(all(target_os = "macos", target_arch = "aarch64"))]
fn set(context: &mut ucontext_t, registers: TrapHandlerRegs) {
    let TrapHandlerRegs {
        pc,
        sp,
        x0,
        x1,
        x29,
        lr,
    } = registers;
    // SAFETY: the system passes the registers with the context.
    let all = unsafe { &mut (*context.uc_mcontext).__ss };
    all.__pc = pc;
    all.__sp = sp;
    all.__x[0] = x0;
    all.__x[1] = x1;
    all.__fp = x29;
    all.__lr = lr;
}

/// A thread of the system that can be interrupted, for as long as it lives.
pub(crate) struct Interruptible(libc::pthread_t);

// SAFETY: the name of a thread may be used from any other; on macOS it is a
// pointer, which is why this does not come by itself.
unsafe impl Send for Interruptible {}

impl Interruptible {
    /// The calling thread. Makes sure that a handler has a stack on it.
    pub fn current() -> Interruptible {
        thread_local!(static READY: Cell<bool> = const { Cell::new(false) });
        if !READY.replace(true) {
            give_handler_a_stack();
        }
        // SAFETY: it only returns a name.
        Interruptible(unsafe { libc::pthread_self() })
    }

    /// Makes the coroutine that runs on the thread return, if the program is at
    /// a point where that can be done: ask again if nothing comes of it.
    pub fn interrupt(&self, spins: bool, after: u64) -> bool {
        AFTER.store(after, Ordering::Relaxed);
        SPINS.store(spins, Ordering::Relaxed);
        // SAFETY: the caller keeps no name of a thread that has ended.
        unsafe { libc::pthread_kill(self.0, SIGURG) };
        true
    }
}

/// The standard library gives its threads a stack for handlers, unless its own
/// handlers were kept out. Ours cannot run on the stack that has overflowed.
fn give_handler_a_stack() {
    // SAFETY: as the manual page asks; the new stack is leaked, so it lives as
    // long as the thread.
    unsafe {
        let mut old = MaybeUninit::<libc::stack_t>::zeroed().assume_init();
        libc::sigaltstack(ptr::null(), &raw mut old);
        if old.ss_flags & libc::SS_DISABLE == 0 {
            return;
        }
        let memory = Box::leak(vec![0u8; HANDLER_STACK].into_boxed_slice());
        let new = libc::stack_t {
            ss_sp: memory.as_mut_ptr().cast(),
            ss_flags: 0,
            ss_size: HANDLER_STACK,
        };
        libc::sigaltstack(&raw const new, ptr::null_mut());
    }
}
