//! `std::sync::Condvar`.

use super::mutex::{Change, Mutex, MutexGuard, acquire, release};
use super::poison;
use crate::engine::object::{Place, State};
use crate::engine::op::{Act, Guard, ObjId, Op, Touch};
use crate::engine::{self, step};
use crate::handle::Handle;
use ::std::fmt;
use ::std::panic::Location;
use ::std::sync as real;
use ::std::sync::{LockResult, PoisonError};
use ::std::time::Duration;

/// The look-alike of [`std::sync::Condvar`].
#[derive(Default)]
pub struct Condvar {
    handle: Handle,
    real: real::Condvar,
}

/// The look-alike of [`std::sync::WaitTimeoutResult`].
#[derive(Debug, PartialEq, Eq, Copy, Clone)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    /// As in `std`.
    #[must_use]
    pub fn timed_out(&self) -> bool {
        self.0
    }
}

// As for locks: what does not depend on what is protected is compiled here.

fn begin_wait(condvar: ObjId, mutex: ObjId, at: Place) {
    step(
        Op::new(Act::Wait, at)
            .touching(mutex, Touch::UnlockAlone)
            .touching(condvar, Touch::Wait),
    );
}

/// Gives the lock back, sleeps, and takes the lock again. Returns whether it was
/// woken, and whether the lock is poisoned.
fn wait(
    condvar: ObjId,
    mutex: ObjId,
    changed: Change,
    timeout: Option<Duration>,
    at: Place,
) -> (bool, bool) {
    release(mutex, changed, false);
    let on_a_whim = engine::inside(|e| {
        let me = e.current;
        e.object(condvar).condvar().push(me);
        let thread = e.thread();
        thread.woken = false;
        thread.asleep_on = Some(condvar);
        e.tell(|e| {
            format!(
                "unlocks {} and waits on {}",
                e.object_name(mutex),
                e.object_name(condvar)
            )
        });
        let whim = e.whim();
        if whim {
            e.thread().woken = true;
        }
        whim
    });
    let timed = timeout.is_some();
    let mut op = Op::new(Act::Wake, at)
        .touching(mutex, Touch::LockAlone)
        .when(Guard::Woken { mutex, timed });
    if timed || on_a_whim {
        op = op.touching(condvar, Touch::Probe);
    }
    step(op);
    let woken = engine::inside(|e| {
        let me = e.current;
        e.object(condvar).condvar().retain(|tid| *tid != me);
        let thread = e.thread();
        thread.asleep_on = None;
        let woken = ::std::mem::replace(&mut thread.woken, false);
        if !woken {
            e.clock += timeout.unwrap_or_default();
        }
        woken
    });
    let poisoned = acquire(mutex, at);
    engine::inside(|e| {
        if !woken {
            e.looked(Some(condvar), at);
        }
        e.tell(|e| {
            let why = match (woken, on_a_whim) {
                (false, _) => "times out",
                (true, true) => {
                    "wakes though nobody notified it (the standard library allows this)"
                }
                (true, false) => "wakes",
            };
            format!("{why} and locks {}", e.object_name(mutex))
        });
    });
    (woken, poisoned)
}

impl Condvar {
    /// As in `std`.
    #[must_use]
    #[inline]
    pub const fn new() -> Condvar {
        Condvar {
            handle: Handle::new(),
            real: real::Condvar::new(),
        }
    }

    fn object(&self) -> ObjId {
        self.handle.object(|| State::Condvar(Vec::new()))
    }

    /// As in `std`.
    #[track_caller]
    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        match self.sleep(guard, None) {
            Ok((guard, _)) => Ok(guard),
            Err(poison) => Err(PoisonError::new(poison.into_inner().0)),
        }
    }

    /// As in `std`.
    #[track_caller]
    pub fn wait_while<'a, T, F>(
        &self,
        guard: MutexGuard<'a, T>,
        mut condition: F,
    ) -> LockResult<MutexGuard<'a, T>>
    where
        F: FnMut(&mut T) -> bool,
    {
        let mut guard = guard;
        while guard.ask(&mut condition) {
            guard = self.wait(guard)?;
        }
        Ok(guard)
    }

    /// As in `std`. The timeout may pass at any moment.
    #[track_caller]
    pub fn wait_timeout<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        timeout: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        self.sleep(guard, Some(timeout))
    }

    /// As in `std`. The timeout may pass at any moment.
    #[track_caller]
    pub fn wait_timeout_while<'a, T, F>(
        &self,
        guard: MutexGuard<'a, T>,
        timeout: Duration,
        mut condition: F,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>
    where
        F: FnMut(&mut T) -> bool,
    {
        let start = crate::time::Instant::now();
        let mut guard = guard;
        loop {
            if !guard.ask(&mut condition) {
                return Ok((guard, WaitTimeoutResult(false)));
            }
            let Some(left) = timeout.checked_sub(start.elapsed()) else {
                return Ok((guard, WaitTimeoutResult(true)));
            };
            guard = self.wait_timeout(guard, left)?.0;
        }
    }

    /// As in `std`, deprecated there.
    #[track_caller]
    #[deprecated(
        since = "1.6.0",
        note = "replaced by `std::sync::Condvar::wait_timeout`"
    )]
    pub fn wait_timeout_ms<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        ms: u32,
    ) -> LockResult<(MutexGuard<'a, T>, bool)> {
        match self.sleep(guard, Some(Duration::from_millis(u64::from(ms)))) {
            Ok((guard, result)) => Ok((guard, !result.timed_out())),
            Err(poison) => {
                let (guard, result) = poison.into_inner();
                Err(PoisonError::new((guard, !result.timed_out())))
            }
        }
    }

    /// Gives the lock back, sleeps, and takes the lock again.
    #[track_caller]
    fn sleep<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        timeout: Option<Duration>,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let at = Location::caller();
        let (lock, real, mutex, changed) = guard.into_parts();
        let Some(mutex) = mutex else {
            return self.really_sleep(lock, real, timeout, at);
        };
        let condvar = self.object();
        begin_wait(condvar, mutex, at);
        drop(real);
        let (woken, poisoned) = wait(condvar, mutex, changed, timeout, at);
        poison::result(
            (lock.model_guard(mutex, at), WaitTimeoutResult(!woken)),
            poisoned,
        )
    }

    /// Outside of an exploration.
    fn really_sleep<'a, T>(
        &self,
        lock: &'a Mutex<T>,
        real: Option<real::MutexGuard<'a, T>>,
        timeout: Option<Duration>,
        at: Place,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let real = real.expect("a guard holds its lock");
        let (result, timed_out) = match timeout {
            None => (self.real.wait(real), false),
            Some(timeout) => match self.real.wait_timeout(real, timeout) {
                Ok((guard, result)) => (Ok(guard), result.timed_out()),
                Err(poison) => {
                    let (guard, result) = poison.into_inner();
                    (Err(PoisonError::new(guard)), result.timed_out())
                }
            },
        };
        let wrap = |guard| (lock.plain_guard(guard, at), WaitTimeoutResult(timed_out));
        match result {
            Ok(guard) => Ok(wrap(guard)),
            Err(poison) => Err(PoisonError::new(wrap(poison.into_inner()))),
        }
    }

    /// As in `std`. Any one of the sleepers may be the one that wakes.
    #[track_caller]
    pub fn notify_one(&self) {
        self.wake(Act::NotifyOne, Location::caller());
    }

    /// As in `std`.
    #[track_caller]
    pub fn notify_all(&self) {
        self.wake(Act::NotifyAll, Location::caller());
    }

    fn wake(&self, act: Act, at: Place) {
        if !engine::is_active() {
            match act {
                Act::NotifyAll => self.real.notify_all(),
                _ => self.real.notify_one(),
            }
            return;
        }
        let condvar = self.object();
        step(Op::new(act, at).touching(condvar, Touch::Notify));
        engine::inside(|e| {
            let waiting = e.object(condvar).condvar().clone();
            // Those that a whim or an earlier notify woke wait for the lock only.
            let sleeping: Vec<_> = waiting
                .into_iter()
                .filter(|tid| !e.threads[tid.index()].woken)
                .collect();
            let woken = match act {
                Act::NotifyAll => sleeping,
                _ if sleeping.is_empty() => Vec::new(),
                _ => {
                    let which = e.outcome(sleeping.len());
                    vec![sleeping[which]]
                }
            };
            let now = e.now();
            for tid in &woken {
                let thread = &mut e.threads[tid.index()];
                thread.woken = true;
                thread.asleep_on = None;
                // A notify comes before the wake-up, but passes no memory on.
                thread.now.order.join(&now.order);
            }
            if woken.is_empty() {
                e.looked(Some(condvar), at);
            } else {
                e.changed(condvar);
            }
            e.tell(|e| {
                let names: Vec<_> = woken.iter().map(|tid| e.thread_name(*tid)).collect();
                match names.as_slice() {
                    [] => format!("notifies {}: nobody waits", e.object_name(condvar)),
                    names => format!(
                        "notifies {}: wakes {}",
                        e.object_name(condvar),
                        names.join(", ")
                    ),
                }
            });
        });
        engine::gap(at);
    }
}

impl fmt::Debug for Condvar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Condvar").finish_non_exhaustive()
    }
}
