//! `std::sync::RwLock`.

use super::poison;
use crate::engine::object::{Place, Shared, State};
use crate::engine::op::{Act, Guard, ObjId, Op, Touch};
use crate::engine::statics::Extent;
use crate::engine::{self, step};
use crate::handle::Handle;
use ::std::fmt;
use ::std::ops::{Deref, DerefMut};
use ::std::panic::Location;
use ::std::sync as real;
use ::std::sync::{LockResult, PoisonError, TryLockError, TryLockResult};

/// The look-alike of [`std::sync::RwLock`].
pub struct RwLock<T: ?Sized> {
    handle: Handle,
    real: real::RwLock<T>,
}

/// The look-alike of [`std::sync::RwLockReadGuard`].
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockReadGuard<'a, T: ?Sized + 'a> {
    real: Option<real::RwLockReadGuard<'a, T>>,
    object: Option<ObjId>,
    at: Place,
}

/// The look-alike of [`std::sync::RwLockWriteGuard`].
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockWriteGuard<'a, T: ?Sized + 'a> {
    lock: &'a RwLock<T>,
    real: Option<real::RwLockWriteGuard<'a, T>>,
    object: Option<ObjId>,
    at: Place,
    changed: bool,
    panicking: bool,
}

impl<T> RwLock<T> {
    /// As in `std`.
    #[inline]
    pub const fn new(value: T) -> RwLock<T> {
        RwLock {
            handle: Handle::new(),
            real: real::RwLock::new(value),
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

// As for `Mutex`: what does not depend on what is protected is compiled here,
// once, and not with every program for every type.

fn new_object(handle: &Handle, poisoned: bool) -> ObjId {
    handle.object(|| {
        State::RwLock(Shared {
            poisoned,
            ..Shared::default()
        })
    })
}

/// Waits until nobody writes, and enters. Returns whether the lock is poisoned.
fn wait_and_enter(id: ObjId, at: Place) -> bool {
    step(
        Op::new(Act::ReadLock, at)
            .touching(id, Touch::LockShared)
            .when(Guard::NoWriter(id)),
    );
    enter(id, at)
}

/// Enters if nobody writes. Returns whether the lock is poisoned; `None` if
/// somebody does.
fn try_enter(id: ObjId, at: Place) -> Option<bool> {
    step(Op::new(Act::TryRead, at).touching(id, Touch::Probe));
    if engine::inside(|e| e.object(id).shared().writer.is_some()) {
        would_block(id, at);
        return None;
    }
    Some(enter(id, at))
}

/// As [`wait_and_enter`], for a writer.
fn wait_and_enter_alone(id: ObjId, at: Place) -> bool {
    step(
        Op::new(Act::WriteLock, at)
            .touching(id, Touch::LockAlone)
            .when(Guard::NoHolder(id)),
    );
    enter_alone(id, at)
}

/// As [`try_enter`], for a writer.
fn try_enter_alone(id: ObjId, at: Place) -> Option<bool> {
    step(Op::new(Act::TryWrite, at).touching(id, Touch::Probe));
    let held = engine::inside(|e| {
        let lock = e.object(id).shared();
        lock.writer.is_some() || !lock.readers.is_empty()
    });
    if held {
        would_block(id, at);
        return None;
    }
    Some(enter_alone(id, at))
}

fn begin_downgrade(id: ObjId, at: Place) {
    step(Op::new(Act::Downgrade, at).touching(id, Touch::Probe));
}

fn downgrade(id: ObjId, at: Place) {
    engine::inside(|e| e.tell(|e| format!("keeps {} for reading only", e.object_name(id))));
    let me = engine::me();
    engine::inside(|e| e.object(id).shared().readers.push((me, at)));
}

fn begin_leave(id: ObjId, at: Place) {
    step(Op::new(Act::UnlockRead, at).touching(id, Touch::UnlockShared));
}

/// A reader leaves.
fn leave(id: ObjId, at: Place) {
    engine::inside(|e| {
        let me = e.current;
        let now = e.now();
        let lock = e.object(id).shared();
        if let Some(at) = lock.readers.iter().position(|(tid, _)| *tid == me) {
            lock.readers.remove(at);
        }
        lock.read.join(&now);
        if lock.polled {
            e.object(id).version += 1;
        }
        e.tell(|e| format!("unlocks {}", e.object_name(id)));
    });
    engine::gap(at);
}

fn begin_leave_alone(id: ObjId, at: Place) {
    step(Op::new(Act::UnlockWrite, at).touching(id, Touch::UnlockAlone));
}

/// Updates the object as a writer gives the lock back. `was_panicking`: when the
/// lock was taken.
fn give_back(id: ObjId, changed: bool, was_panicking: bool) {
    let poison = !was_panicking && crate::thread::panicking();
    let changed = changed || poison;
    engine::inside(|e| {
        let now = e.now();
        let lock = e.object(id).shared();
        lock.writer = None;
        lock.written = now;
        lock.poisoned |= poison;
        let polled = lock.polled;
        if changed {
            e.changed(id);
        } else if polled {
            e.object(id).version += 1;
        }
        e.tell(|e| {
            let poison = if poison { " and poisons it" } else { "" };
            format!("unlocks {}{poison}", e.object_name(id))
        });
    });
}

fn would_block(id: ObjId, at: Place) {
    engine::inside(|e| {
        e.object(id).shared().polled = true;
        e.looked(Some(id), at);
        e.tell(|e| format!("finds {} taken", e.object_name(id)));
    });
}

fn enter(id: ObjId, at: Place) -> bool {
    engine::inside(|e| {
        let me = e.current;
        let lock = e.object(id).shared();
        lock.readers.push((me, at));
        let (poisoned, written) = (lock.poisoned, lock.written.clone());
        e.learn(&written);
        e.looked(Some(id), at);
        e.tell(|e| format!("locks {} for reading", e.object_name(id)));
        poisoned
    })
}

fn enter_alone(id: ObjId, at: Place) -> bool {
    engine::inside(|e| {
        let me = e.current;
        let lock = e.object(id).shared();
        lock.writer = Some((me, at));
        let (poisoned, written, read) = (lock.poisoned, lock.written.clone(), lock.read.clone());
        e.learn(&written);
        e.learn(&read);
        e.looked(Some(id), at);
        e.tell(|e| format!("locks {} for writing", e.object_name(id)));
        poisoned
    })
}

/// Wraps what a real lock gives, whether poisoned or not.
fn map<A, B>(result: LockResult<A>, wrap: impl FnOnce(A) -> B) -> LockResult<B> {
    match result {
        Ok(guard) => Ok(wrap(guard)),
        Err(poison) => Err(PoisonError::new(wrap(poison.into_inner()))),
    }
}

fn try_map<A, B>(result: TryLockResult<A>, wrap: impl FnOnce(A) -> B) -> TryLockResult<B> {
    match result {
        Ok(guard) => Ok(wrap(guard)),
        Err(TryLockError::Poisoned(poison)) => Err(TryLockError::Poisoned(PoisonError::new(wrap(
            poison.into_inner(),
        )))),
        Err(TryLockError::WouldBlock) => Err(TryLockError::WouldBlock),
    }
}

impl<T: ?Sized> RwLock<T> {
    #[track_caller]
    fn object(&self) -> ObjId {
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
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        let at = Location::caller();
        if !engine::is_active() {
            return map(self.real.read(), |real| Self::plain_reader(real, at));
        }
        let id = self.object();
        let poisoned = wait_and_enter(id, at);
        poison::result(self.reader(id, at), poisoned)
    }

    /// As in `std`.
    #[track_caller]
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        let at = Location::caller();
        if !engine::is_active() {
            return try_map(self.real.try_read(), |real| Self::plain_reader(real, at));
        }
        let id = self.object();
        match try_enter(id, at) {
            Some(poisoned) => Ok(poison::result(self.reader(id, at), poisoned)?),
            None => Err(TryLockError::WouldBlock),
        }
    }

    /// As in `std`.
    #[track_caller]
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        let at = Location::caller();
        if !engine::is_active() {
            return map(self.real.write(), |real| self.plain_writer(real, at));
        }
        let id = self.object();
        let poisoned = wait_and_enter_alone(id, at);
        poison::result(self.writer(id, at), poisoned)
    }

    /// As in `std`.
    #[track_caller]
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        let at = Location::caller();
        if !engine::is_active() {
            return try_map(self.real.try_write(), |real| self.plain_writer(real, at));
        }
        let id = self.object();
        match try_enter_alone(id, at) {
            Some(poisoned) => Ok(poison::result(self.writer(id, at), poisoned)?),
            None => Err(TryLockError::WouldBlock),
        }
    }

    fn plain_reader(real: real::RwLockReadGuard<'_, T>, at: Place) -> RwLockReadGuard<'_, T> {
        RwLockReadGuard {
            real: Some(real),
            object: None,
            at,
        }
    }

    fn reader(&self, id: ObjId, at: Place) -> RwLockReadGuard<'_, T> {
        let real = match self.real.try_read() {
            Ok(real) => real,
            Err(TryLockError::Poisoned(poison)) => poison.into_inner(),
            Err(TryLockError::WouldBlock) => unreachable!("no writer holds the lock"),
        };
        RwLockReadGuard {
            real: Some(real),
            object: Some(id),
            at,
        }
    }

    fn plain_writer<'a>(
        &'a self,
        real: real::RwLockWriteGuard<'a, T>,
        at: Place,
    ) -> RwLockWriteGuard<'a, T> {
        RwLockWriteGuard {
            lock: self,
            real: Some(real),
            object: None,
            at,
            changed: false,
            panicking: false,
        }
    }

    fn writer(&self, id: ObjId, at: Place) -> RwLockWriteGuard<'_, T> {
        let real = match self.real.try_write() {
            Ok(real) => real,
            Err(TryLockError::Poisoned(poison)) => poison.into_inner(),
            Err(TryLockError::WouldBlock) => unreachable!("nobody holds the lock"),
        };
        RwLockWriteGuard {
            lock: self,
            real: Some(real),
            object: Some(id),
            at,
            changed: false,
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

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    /// As in `std`.
    #[track_caller]
    pub fn downgrade(guard: Self) -> RwLockReadGuard<'a, T> {
        let at = Location::caller();
        let lock = guard.lock;
        let Some(id) = guard.object else {
            let mut guard = guard;
            let real = guard.real.take().expect("a guard holds its lock");
            return RwLock::plain_reader(real::RwLockWriteGuard::downgrade(real), at);
        };
        begin_downgrade(id, at);
        give_back(id, guard.changed, guard.panicking);
        let mut guard = ::std::mem::ManuallyDrop::new(guard);
        guard.real = None;
        downgrade(id, at);
        lock.reader(id, at)
    }
}

impl<T: ?Sized> Drop for RwLockReadGuard<'_, T> {
    fn drop(&mut self) {
        let Some(id) = self.object.filter(|_| engine::is_active()) else {
            return;
        };
        begin_leave(id, self.at);
        self.real = None;
        leave(id, self.at);
    }
}

impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
    fn drop(&mut self) {
        let Some(id) = self.object.filter(|_| engine::is_active()) else {
            return;
        };
        begin_leave_alone(id, self.at);
        self.real = None;
        give_back(id, self.changed, self.panicking);
        engine::gap(self.at);
    }
}

impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.real.as_ref().expect("a guard holds its lock")
    }
}

impl<T: ?Sized> Deref for RwLockWriteGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.real.as_ref().expect("a guard holds its lock")
    }
}

impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.changed = true;
        self.real.as_mut().expect("a guard holds its lock")
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.real, f)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for RwLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for RwLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: Default> Default for RwLock<T> {
    fn default() -> RwLock<T> {
        RwLock::new(T::default())
    }
}

impl<T> From<T> for RwLock<T> {
    fn from(value: T) -> RwLock<T> {
        RwLock::new(value)
    }
}

// SAFETY: a shared guard gives shared access to the value, and no more. The
// reference to the lock inside would ask for `T: Send` as well.
unsafe impl<T: ?Sized + Sync> Sync for RwLockWriteGuard<'_, T> {}
