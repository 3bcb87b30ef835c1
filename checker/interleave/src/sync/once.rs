//! `std::sync::{Once, OnceState, OnceLock, LazyLock}`.

use crate::engine::object::{self, Place, State};
use crate::engine::op::{Act, Guard, ObjId, Op, Touch};
use crate::engine::statics::Extent;
use crate::engine::{self, step};
use crate::handle::Handle;
use ::std::cell::{Cell, UnsafeCell};
use ::std::fmt;
use ::std::marker::PhantomData;
use ::std::ops::{Deref, DerefMut};
use ::std::panic::{Location, RefUnwindSafe, UnwindSafe};
use ::std::sync as real;

/// The look-alike of [`std::sync::Once`].
pub struct Once {
    handle: Handle,
    real: real::Once,
}

/// The look-alike of [`std::sync::OnceState`].
pub struct OnceState {
    poisoned: bool,
    /// As in `std`, neither `Sync` nor `RefUnwindSafe`.
    _not_sync: PhantomData<Cell<()>>,
}

/// The look-alike of [`std::sync::OnceLock`].
pub struct OnceLock<T> {
    handle: Handle,
    real: real::OnceLock<T>,
}

/// The look-alike of [`std::sync::LazyLock`].
pub struct LazyLock<T, F = fn() -> T> {
    cell: OnceLock<T>,
    init: UnsafeCell<Option<F>>,
    real: real::Once,
}

// SAFETY: `init` is touched only by the one thread that the `OnceLock` (inside
// an exploration) or the real `Once` (outside) lets run the initialiser. The
// bounds are those of `std`.
unsafe impl<T: Sync + Send, F: Send> Sync for LazyLock<T, F> {}
impl<T: RefUnwindSafe + UnwindSafe, F: UnwindSafe> RefUnwindSafe for LazyLock<T, F> {}
impl<T: UnwindSafe, F: UnwindSafe> UnwindSafe for LazyLock<T, F> {}

// What does not depend on the value or its initialiser is compiled here, once,
// and not with every program for every type.

fn new_object(handle: &Handle, done: bool) -> ObjId {
    handle.object(|| {
        State::Once(object::Once {
            done,
            ..object::Once::default()
        })
    })
}

/// What a thread finds that wants to initialise.
enum Found {
    Done,
    /// It is this thread's to do; whether an earlier attempt panicked.
    Mine(bool),
}

/// Waits until no other thread initialises, and looks.
fn enter(id: ObjId, at: Place) -> Found {
    let done = engine::inside(|e| e.object(id).once().done);
    let touch = if done {
        Touch::LockShared
    } else {
        Touch::LockAlone
    };
    step(
        Op::new(Act::Once, at)
            .touching(id, touch)
            .when(Guard::NotRunning(id)),
    );
    engine::inside(|e| {
        let me = e.current;
        let once = e.object(id).once();
        if once.done {
            let published = once.published.clone();
            e.learn(&published);
            e.only(id, Touch::LockShared);
            e.tell(|e| format!("finds {} done", e.object_name(id)));
            return Found::Done;
        }
        once.running = Some((me, at));
        let poisoned = once.poisoned;
        e.changed(id);
        e.tell(|e| format!("starts {}", e.object_name(id)));
        Found::Mine(poisoned)
    })
}

/// The initialiser has run.
fn complete(id: ObjId, at: Place) {
    step(Op::new(Act::OnceDone, at).touching(id, Touch::UnlockAlone));
    engine::inside(|e| {
        let now = e.now();
        let once = e.object(id).once();
        once.running = None;
        once.done = true;
        once.poisoned = false;
        once.published = now;
        e.changed(id);
        e.tell(|e| format!("completes {}", e.object_name(id)));
    });
    engine::gap(at);
}

/// Undoes `enter` when the initialiser panics.
struct Attempt {
    id: ObjId,
    at: Place,
    poisons: bool,
}

impl Drop for Attempt {
    fn drop(&mut self) {
        step(Op::new(Act::OnceDone, self.at).touching(self.id, Touch::UnlockAlone));
        engine::inside(|e| {
            let once = e.object(self.id).once();
            once.running = None;
            once.poisoned |= self.poisons;
            e.changed(self.id);
            e.tell(|e| {
                format!(
                    "gives {} up: its initialiser panicked",
                    e.object_name(self.id)
                )
            });
        });
    }
}

/// Runs the initialiser of `id`, which this thread has entered.
fn attempt<T>(id: ObjId, at: Place, poisons: bool, init: impl FnOnce() -> T) -> T {
    let guard = Attempt { id, at, poisons };
    let value = init();
    ::std::mem::forget(guard);
    value
}

fn wait_until_done(id: ObjId, at: Place) {
    step(
        Op::new(Act::OnceWait, at)
            .touching(id, Touch::Read)
            .when(Guard::Done(id)),
    );
    engine::inside(|e| {
        let published = e.object(id).once().published.clone();
        e.learn(&published);
    });
}

/// Whether it is done, as seen from this thread now.
fn look(id: ObjId, at: Place) -> bool {
    step(Op::new(Act::OnceRead, at).touching(id, Touch::Read));
    engine::inside(|e| {
        let once = e.object(id).once();
        let (done, published) = (once.done, once.published.clone());
        if done {
            e.learn(&published);
        } else {
            e.looked(Some(id), at);
        }
        e.tell(|e| {
            format!(
                "looks at {}: {}",
                e.object_name(id),
                if done { "done" } else { "not done" }
            )
        });
        done
    })
}

impl Once {
    /// As in `std`.
    #[must_use]
    #[inline]
    #[allow(clippy::new_without_default)]
    pub const fn new() -> Once {
        Once {
            handle: Handle::new(),
            real: real::Once::new(),
        }
    }

    fn object(&self) -> ObjId {
        self.handle.object(|| State::Once(object::Once::default()))
    }

    /// As in `std`.
    ///
    /// # Panics
    ///
    /// If an earlier initialiser panicked.
    #[track_caller]
    pub fn call_once<F: FnOnce()>(&self, f: F) {
        if !engine::is_active() {
            return self.real.call_once(f);
        }
        let (id, at) = (self.object(), Location::caller());
        if let Found::Mine(poisoned) = enter(id, at) {
            attempt(id, at, true, || {
                assert!(!poisoned, "Once instance has previously been poisoned");
                f();
            });
            complete(id, at);
        }
    }

    /// As in `std`.
    #[track_caller]
    pub fn call_once_force<F: FnOnce(&OnceState)>(&self, f: F) {
        if !engine::is_active() {
            return self.real.call_once_force(|state| {
                f(&OnceState::new(state.is_poisoned()));
            });
        }
        let (id, at) = (self.object(), Location::caller());
        if let Found::Mine(poisoned) = enter(id, at) {
            attempt(id, at, true, || f(&OnceState::new(poisoned)));
            complete(id, at);
        }
    }

    /// As in `std`.
    #[track_caller]
    pub fn is_completed(&self) -> bool {
        if !engine::is_active() {
            return self.real.is_completed();
        }
        look(self.object(), Location::caller())
    }

    /// As in `std`.
    ///
    /// # Panics
    ///
    /// If an earlier initialiser panicked.
    #[track_caller]
    pub fn wait(&self) {
        if !engine::is_active() {
            return self.real.wait();
        }
        let id = self.object();
        let poisoned = engine::inside(|e| e.object(id).once().poisoned);
        assert!(!poisoned, "Once instance has previously been poisoned");
        wait_until_done(id, Location::caller());
    }

    /// As in `std`.
    #[track_caller]
    pub fn wait_force(&self) {
        if !engine::is_active() {
            return self.real.wait_force();
        }
        wait_until_done(self.object(), Location::caller());
    }
}

impl OnceState {
    fn new(poisoned: bool) -> OnceState {
        OnceState {
            poisoned,
            _not_sync: PhantomData,
        }
    }

    /// As in `std`.
    #[must_use]
    pub fn is_poisoned(&self) -> bool {
        self.poisoned
    }
}

impl<T> OnceLock<T> {
    /// As in `std`.
    #[must_use]
    #[inline]
    pub const fn new() -> OnceLock<T> {
        OnceLock {
            handle: Handle::new(),
            real: real::OnceLock::new(),
        }
    }

    #[track_caller]
    fn object(&self) -> ObjId {
        self.object_within(self)
    }

    /// The object of a cell that is part of `whole`.
    #[track_caller]
    fn object_within<W>(&self, whole: &W) -> ObjId {
        // A value that is there before the first touch came with `From` or from
        // `get_mut`, and is visible to whoever sees the cell.
        if let Some(id) = self.handle.known() {
            id
        } else {
            self.handle.meet(Extent::of(whole));
            new_object(&self.handle, self.real.get().is_some())
        }
    }

    /// As in `std`.
    #[track_caller]
    pub fn get(&self) -> Option<&T> {
        if engine::is_active() && !look(self.object(), Location::caller()) {
            return None;
        }
        self.real.get()
    }

    /// As in `std`.
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.handle.forget();
        self.real.get_mut()
    }

    /// As in `std`.
    #[track_caller]
    pub fn wait(&self) -> &T {
        if !engine::is_active() {
            return self.real.wait();
        }
        wait_until_done(self.object(), Location::caller());
        self.real.get().expect("the cell is done")
    }

    /// As in `std`.
    ///
    /// # Errors
    ///
    /// Gives the value back if the cell has one.
    #[track_caller]
    pub fn set(&self, value: T) -> Result<(), T> {
        if !engine::is_active() {
            return self.real.set(value);
        }
        let mut value = Some(value);
        self.fill(self.object(), Location::caller(), false, || {
            value.take().expect("called once")
        });
        match value {
            None => Ok(()),
            Some(value) => Err(value),
        }
    }

    /// As in `std`.
    #[track_caller]
    pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {
        if !engine::is_active() {
            return self.real.get_or_init(f);
        }
        self.fill(self.object(), Location::caller(), false, f)
    }

    fn fill(&self, id: ObjId, at: Place, poisons: bool, init: impl FnOnce() -> T) -> &T {
        if let Found::Mine(poisoned) = enter(id, at) {
            let value = attempt(id, at, poisons, || {
                assert!(!poisoned, "LazyLock instance has previously been poisoned");
                init()
            });
            let stored = self.real.set(value);
            assert!(stored.is_ok(), "the explorer lets one initialiser in");
            complete(id, at);
        }
        self.real.get().expect("the cell is done")
    }

    /// As in `std`.
    pub fn into_inner(self) -> Option<T> {
        self.real.into_inner()
    }

    /// As in `std`.
    pub fn take(&mut self) -> Option<T> {
        self.handle.forget();
        self.real.take()
    }
}

impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    /// As in `std`.
    #[inline]
    pub const fn new(f: F) -> LazyLock<T, F> {
        LazyLock {
            cell: OnceLock::new(),
            init: UnsafeCell::new(Some(f)),
            real: real::Once::new(),
        }
    }

    /// As in `std`.
    ///
    /// # Panics
    ///
    /// If the initialiser panics, now or earlier.
    #[track_caller]
    pub fn force(this: &LazyLock<T, F>) -> &T {
        // SAFETY: called by the one thread that initialises, see `Sync` above.
        let init = || {
            let init = unsafe { (*this.init.get()).take() };
            init.expect("LazyLock instance has previously been poisoned")()
        };
        if !engine::is_active() {
            this.real.call_once(|| {
                let _ = this.cell.real.set(init());
            });
            return this.cell.real.get().expect("just initialised");
        }
        let id = this.cell.object_within(this);
        this.cell.fill(id, Location::caller(), true, init)
    }

    /// As in `std`.
    ///
    /// # Panics
    ///
    /// If the initialiser panics, now or earlier.
    pub fn force_mut(this: &mut LazyLock<T, F>) -> &mut T {
        LazyLock::force(this);
        this.cell.get_mut().expect("just initialised")
    }
}

impl<T, F> LazyLock<T, F> {
    /// As in `std`.
    #[track_caller]
    pub fn get(this: &LazyLock<T, F>) -> Option<&T> {
        if engine::is_active() && !look(this.cell.object_within(this), Location::caller()) {
            return None;
        }
        this.cell.real.get()
    }

    /// As in `std`.
    pub fn get_mut(this: &mut LazyLock<T, F>) -> Option<&mut T> {
        this.cell.get_mut()
    }
}

impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> {
    type Target = T;

    fn deref(&self) -> &T {
        LazyLock::force(self)
    }
}

impl<T, F: FnOnce() -> T> DerefMut for LazyLock<T, F> {
    fn deref_mut(&mut self) -> &mut T {
        LazyLock::force_mut(self)
    }
}

impl<T: Default> Default for LazyLock<T> {
    fn default() -> LazyLock<T> {
        LazyLock::new(T::default)
    }
}

impl<T: fmt::Debug, F> fmt::Debug for LazyLock<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.cell.real.get() {
            Some(value) => f.debug_tuple("LazyLock").field(value).finish(),
            None => f.write_str("LazyLock(<uninit>)"),
        }
    }
}

impl<T> Default for OnceLock<T> {
    fn default() -> OnceLock<T> {
        OnceLock::new()
    }
}

impl<T: Clone> Clone for OnceLock<T> {
    fn clone(&self) -> OnceLock<T> {
        match self.real.get() {
            Some(value) => OnceLock::from(value.clone()),
            None => OnceLock::new(),
        }
    }
}

impl<T> From<T> for OnceLock<T> {
    fn from(value: T) -> OnceLock<T> {
        OnceLock {
            handle: Handle::new(),
            real: real::OnceLock::from(value),
        }
    }
}

impl<T: PartialEq> PartialEq for OnceLock<T> {
    fn eq(&self, other: &OnceLock<T>) -> bool {
        self.real == other.real
    }
}

impl<T: Eq> Eq for OnceLock<T> {}

impl<T: fmt::Debug> fmt::Debug for OnceLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.real.fmt(f)
    }
}

impl fmt::Debug for Once {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Once").finish_non_exhaustive()
    }
}

impl fmt::Debug for OnceState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OnceState")
            .field("poisoned", &self.poisoned)
            .finish()
    }
}
