//! `std::sync::Mutex`.

use super::poison;
use crate::engine::object::{Lock, Place, State};
use crate::engine::op::{Act, Guard, ObjId, Op, Touch};
use crate::engine::statics::Extent;
use crate::engine::{self, step};
use crate::handle::Handle;
use crate::search::token::Digest;
use ::std::fmt;
use ::std::ops::{Deref, DerefMut};
use ::std::panic::Location;
use ::std::sync as real;
use ::std::sync::{LockResult, PoisonError, TryLockError, TryLockResult};

/// The look-alike of [`std::sync::Mutex`].
pub struct Mutex<T: ?Sized> {
    pub(crate) handle: Handle,
    real: real::Mutex<T>,
}

/// The look-alike of [`std::sync::MutexGuard`].
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MutexGuard<'a, T: ?Sized + 'a> {
    lock: &'a Mutex<T>,
    /// Taken out while a condition variable has the lock.
    real: Option<real::MutexGuard<'a, T>>,
    object: Option<ObjId>,
    at: Place,
    changed: Change,
    panicking: bool,
}

/// What a holder did to what the lock guards.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    None,
    /// `wait_while` had a `&mut` to it and left it as it was, as far as its bytes say.
    Asked,
    Made,
}

impl<T> Mutex<T> {
    /// As in `std`.
    #[inline]
    pub const fn new(value: T) -> Mutex<T> {
        Mutex {
            handle: Handle::new(),
            real: real::Mutex::new(value),
        }
    }

    /// As in `std`.
    pub fn into_inner(self) -> LockResult<T> {
        let poisoned = self.is_poisoned_now();
        let value = self
            .real
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        poison::result(value, poisoned)
    }
}

// What a lock does does not depend on what it protects. All of it stands in
// functions that are compiled here, once, and not with every program for every
// type: tests compile faster for it.

fn new_object(handle: &Handle, poisoned: bool) -> ObjId {
    handle.object(|| {
        State::Mutex(Lock {
            poisoned,
            ..Lock::default()
        })
    })
}

/// The running thread waits for the lock and takes it. Returns whether it is
/// poisoned.
fn wait_and_acquire(id: ObjId, at: Place) -> bool {
    step(
        Op::new(Act::Lock, at)
            .touching(id, Touch::LockAlone)
            .when(Guard::MutexFree(id)),
    );
    acquire(id, at)
}

/// The running thread takes the lock if it is free. Returns whether it is
/// poisoned; `None` if another thread holds it.
fn try_acquire(id: ObjId, at: Place) -> Option<bool> {
    step(Op::new(Act::TryLock, at).touching(id, Touch::Probe));
    let taken = engine::inside(|e| {
        let taken = e.object(id).lock().owner;
        if let Some((owner, since)) = taken {
            e.object(id).lock().polled = true;
            e.looked(Some(id), at);
            e.tell(|e| {
                format!(
                    "finds {} held by {} since line {}",
                    e.object_name(id),
                    e.thread_name(owner),
                    since.line()
                )
            });
        }
        taken.is_some()
    });
    (!taken).then(|| acquire(id, at))
}

fn begin_unlock(id: ObjId, at: Place) {
    step(Op::new(Act::Unlock, at).touching(id, Touch::UnlockAlone));
}

/// The rest of unlocking. `was_panicking`: when the lock was taken.
fn unlock(id: ObjId, changed: Change, was_panicking: bool, at: Place) {
    let poison = !was_panicking && crate::thread::panicking();
    release(id, changed, poison);
    engine::inside(|e| {
        e.tell(|e| {
            let poison = if poison { " and poisons it" } else { "" };
            format!("unlocks {}{poison}", e.object_name(id))
        });
    });
    engine::gap(at);
}

/// The running thread takes the free lock. Returns whether it is poisoned.
pub(crate) fn acquire(id: ObjId, at: Place) -> bool {
    engine::inside(|e| {
        let me = e.current;
        let lock = e.object(id).lock();
        lock.owner = Some((me, at));
        let poisoned = lock.poisoned;
        let released = lock.released.clone();
        e.learn(&released);
        e.looked(Some(id), at);
        e.tell(|e| {
            let poison = if poisoned { " (poisoned)" } else { "" };
            format!("locks {}{poison}", e.object_name(id))
        });
        poisoned
    })
}

/// The running thread gives the lock back, in the middle of a step.
pub(crate) fn release(id: ObjId, changed: Change, poison: bool) {
    engine::inside(|e| {
        let now = e.now();
        let lock = e.object(id).lock();
        lock.owner = None;
        lock.released = now;
        lock.poisoned |= poison;
        let polled = lock.polled;
        if changed != Change::None || poison {
            e.changed(id);
            if changed == Change::Asked {
                // To be safe it counts as a change, but no story says so.
                e.note(|line| line.changed = false);
            }
        } else if polled {
            e.object(id).version += 1;
        }
    });
}

impl<T: ?Sized> Mutex<T> {
    #[track_caller]
    pub(crate) fn object(&self) -> ObjId {
        if let Some(id) = self.handle.known() {
            id
        } else {
            self.handle.meet(Extent::of(self));
            new_object(&self.handle, self.real.is_poisoned())
        }
    }

    fn is_poisoned_now(&self) -> bool {
        poison::peek(&self.handle).unwrap_or_else(|| self.real.is_poisoned())
    }

    /// As in `std`.
    #[track_caller]
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        let at = Location::caller();
        if !engine::is_active() {
            return match self.real.lock() {
                Ok(real) => Ok(self.plain_guard(real, at)),
                Err(poison) => Err(PoisonError::new(self.plain_guard(poison.into_inner(), at))),
            };
        }
        let id = self.object();
        let poisoned = wait_and_acquire(id, at);
        poison::result(self.model_guard(id, at), poisoned)
    }

    /// As in `std`.
    #[track_caller]
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        let at = Location::caller();
        if !engine::is_active() {
            return match self.real.try_lock() {
                Ok(real) => Ok(self.plain_guard(real, at)),
                Err(TryLockError::WouldBlock) => Err(TryLockError::WouldBlock),
                Err(TryLockError::Poisoned(poison)) => Err(TryLockError::Poisoned(
                    PoisonError::new(self.plain_guard(poison.into_inner(), at)),
                )),
            };
        }
        let id = self.object();
        match try_acquire(id, at) {
            Some(poisoned) => Ok(poison::result(self.model_guard(id, at), poisoned)?),
            None => Err(TryLockError::WouldBlock),
        }
    }

    pub(crate) fn plain_guard<'a>(
        &'a self,
        real: real::MutexGuard<'a, T>,
        at: Place,
    ) -> MutexGuard<'a, T> {
        MutexGuard {
            lock: self,
            real: Some(real),
            object: None,
            at,
            changed: Change::None,
            panicking: false,
        }
    }

    pub(crate) fn model_guard(&self, id: ObjId, at: Place) -> MutexGuard<'_, T> {
        let real = match self.real.try_lock() {
            Ok(real) => real,
            Err(TryLockError::Poisoned(poison)) => poison.into_inner(),
            Err(TryLockError::WouldBlock) => unreachable!("the explorer lets one holder in"),
        };
        MutexGuard {
            lock: self,
            real: Some(real),
            object: Some(id),
            at,
            changed: Change::None,
            panicking: crate::thread::panicking(),
        }
    }

    /// As in `std`.
    #[track_caller]
    pub fn is_poisoned(&self) -> bool {
        if !engine::is_active() {
            return self.real.is_poisoned();
        }
        poison::look(self.object(), Location::caller())
    }

    /// As in `std`.
    #[track_caller]
    pub fn clear_poison(&self) {
        self.real.clear_poison();
        if engine::is_active() {
            poison::clear(self.object(), Location::caller());
        }
    }

    /// As in `std`.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        let poisoned = self.is_poisoned_now();
        let value = self.real.get_mut().unwrap_or_else(PoisonError::into_inner);
        poison::result(value, poisoned)
    }
}

impl<'a, T: ?Sized> MutexGuard<'a, T> {
    /// Takes the guard apart for a condition variable, without unlocking.
    pub(crate) fn into_parts(
        mut self,
    ) -> (
        &'a Mutex<T>,
        Option<real::MutexGuard<'a, T>>,
        Option<ObjId>,
        Change,
    ) {
        let real = self.real.take();
        let parts = (self.lock, real, self.object, self.changed);
        ::std::mem::forget(self);
        parts
    }
}

impl<T> MutexGuard<'_, T> {
    /// Asks what `wait_while` was given.
    pub(crate) fn ask(&mut self, condition: &mut impl FnMut(&mut T) -> bool) -> bool {
        if self.object.is_none() {
            return condition(&mut *self);
        }
        // A digest and no copy: what the program allocates is kept when it is freed.
        let digest = |value: &T| {
            let start = ::std::ptr::from_ref(value).cast::<u8>();
            let mut digest = Digest::new();
            for at in 0..::std::mem::size_of::<T>() {
                // SAFETY: the value is there. `read_volatile` because the byte may be padding,
                // which has a value on every machine but none in the language.
                digest.add(&[unsafe { start.add(at).read_volatile() }]);
            }
            digest
        };
        let before = self.changed;
        let seen = digest(self);
        let answer = condition(&mut *self);
        if before != Change::Made && digest(self) == seen {
            self.changed = Change::Asked;
        }
        answer
    }
}

impl<T: ?Sized> Deref for MutexGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.real.as_ref().expect("a guard holds its lock")
    }
}

impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.changed = Change::Made;
        self.real.as_mut().expect("a guard holds its lock")
    }
}

impl<T: ?Sized> Drop for MutexGuard<'_, T> {
    fn drop(&mut self) {
        let Some(id) = self.object else {
            return;
        };
        if !engine::is_active() {
            return;
        }
        begin_unlock(id, self.at);
        self.real = None;
        unlock(id, self.changed, self.panicking, self.at);
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Mutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.real, f)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: Default> Default for Mutex<T> {
    fn default() -> Mutex<T> {
        Mutex::new(T::default())
    }
}

impl<T> From<T> for Mutex<T> {
    fn from(value: T) -> Mutex<T> {
        Mutex::new(value)
    }
}

// SAFETY: a shared guard gives shared access to the value, and no more. The
// reference to the lock inside would ask for `T: Send` as well.
unsafe impl<T: ?Sized + Sync> Sync for MutexGuard<'_, T> {}
