//! `std::thread::scope`.

use super::{Builder, Code, Model, Packet, Thread, boxed, start};
use crate::engine::object::{self, Place, State};
use crate::engine::op::{Act, Guard, ObjId, Op};
use crate::engine::{self, step};
use ::std::fmt;
use ::std::io;
use ::std::marker::PhantomData;
use ::std::panic::{AssertUnwindSafe, Location};
use ::std::sync::atomic::{AtomicBool, Ordering};
use ::std::sync::{Arc, Mutex, PoisonError};
use ::std::thread as real;

/// The look-alike of [`std::thread::Scope`].
pub struct Scope<'scope, 'env: 'scope> {
    inner: Inner<'scope, 'env>,
    invariant: PhantomData<&'scope mut &'scope ()>,
    env: PhantomData<&'env mut &'env ()>,
}

enum Inner<'scope, 'env: 'scope> {
    Real(&'scope real::Scope<'scope, 'env>),
    Model {
        object: ObjId,
        /// For each thread: it panicked, and nobody has joined it yet.
        panics: Mutex<Vec<Arc<AtomicBool>>>,
    },
}

/// The look-alike of [`std::thread::ScopedJoinHandle`].
pub struct ScopedJoinHandle<'scope, T>(Started<'scope>, Arc<Packet<T>>);

/// A thread that was started, whatever it returns.
enum Started<'scope> {
    Real(real::ScopedJoinHandle<'scope, ()>, Thread),
    Model {
        model: Model,
        panicked: Arc<AtomicBool>,
    },
}

/// As in `std`.
#[track_caller]
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    let (mut f, mut result) = (Some(f), None);
    run(
        &mut |scope: &Scope<'_, 'env>| result = f.take().map(|f| f(scope)),
        Location::caller(),
    );
    result.expect("a scope runs its closure")
}

/// A scope, whatever its closure returns: compiled here, once, and not with every
/// program for every closure.
fn run<'env>(f: &mut dyn for<'scope> FnMut(&'scope Scope<'scope, 'env>), at: Place) {
    if !engine::is_active() {
        return real::scope(|real| {
            // SAFETY: the reference is used only while `real::scope` runs.
            let real = unsafe {
                ::std::mem::transmute::<&real::Scope<'_, '_>, &real::Scope<'_, '_>>(real)
            };
            f(&Scope {
                inner: Inner::Real(real),
                invariant: PhantomData,
                env: PhantomData,
            });
        });
    }
    let object = engine::inside(|e| e.add_object(State::Scope(object::Scope::default())));
    let scope = Scope {
        inner: Inner::Model {
            object,
            panics: Mutex::new(Vec::new()),
        },
        invariant: PhantomData,
        env: PhantomData,
    };
    let result = crate::panic::catch_unwind(AssertUnwindSafe(|| f(&scope)));
    step(Op::new(Act::JoinScope, at).when(Guard::ScopeEmpty(object)));
    engine::inside(|e| {
        let done = e.object(object).scope().done.clone();
        e.learn(&done);
        e.tell(|_| "the scope's threads ended".into());
    });
    match result {
        Err(payload) => crate::panic::resume_unwind(payload),
        Ok(()) if scope.has_unseen_panics() => panic!("a scoped thread panicked"),
        Ok(()) => {}
    }
}

/// Counts one more thread of the scope. Returns whether it has panicked, and
/// what is to be done when it ends.
fn enlist(
    object: ObjId,
    panics: &Mutex<Vec<Arc<AtomicBool>>>,
) -> (Arc<AtomicBool>, impl FnOnce(bool) + use<>) {
    let panicked = Arc::new(AtomicBool::new(false));
    panics
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(Arc::clone(&panicked));
    engine::inside(|e| e.object(object).scope().running += 1);
    let theirs = Arc::clone(&panicked);
    let then = move |failed| {
        theirs.store(failed, Ordering::Relaxed);
        engine::inside(|e| {
            let now = e.now();
            let scope = e.object(object).scope();
            scope.running -= 1;
            scope.done.join(&now);
        });
    };
    (panicked, then)
}

impl<'scope> Scope<'scope, '_> {
    fn has_unseen_panics(&self) -> bool {
        match &self.inner {
            Inner::Real(_) => false,
            Inner::Model { panics, .. } => panics
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .iter()
                .any(|panicked| panicked.load(Ordering::Relaxed)),
        }
    }

    /// As in `std`.
    #[track_caller]
    pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let (code, packet) = boxed(f);
        ScopedJoinHandle(self.launch_or_panic(code, Location::caller()), packet)
    }

    pub(super) fn spawn_with<F, T>(
        &'scope self,
        builder: Builder,
        f: F,
        at: Place,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let (code, packet) = boxed(f);
        Ok(ScopedJoinHandle(self.launch(builder, code, at)?, packet))
    }

    fn launch_or_panic(&'scope self, code: Code<'scope>, at: Place) -> Started<'scope> {
        let started = self.launch(Builder::new(), code, at);
        started.expect("failed to spawn thread")
    }

    fn launch(
        &'scope self,
        builder: Builder,
        code: Code<'scope>,
        at: Place,
    ) -> io::Result<Started<'scope>> {
        let (object, panics) = match &self.inner {
            Inner::Real(scope) => {
                let handle = builder.real().spawn_scoped(scope, code)?;
                let thread = Thread(super::Known::Real(handle.thread().clone()));
                return Ok(Started::Real(handle, thread));
            }
            Inner::Model { object, panics } => (*object, panics),
        };
        let (panicked, then) = enlist(object, panics);
        // SAFETY: the thread cannot outlive what its code borrows: `scope` does
        // not return before the thread has ended, and where an execution is cut
        // short, all of its threads stop for good at the same moment.
        let model = unsafe { start(builder.name, at, code, then) };
        Ok(Started::Model { model, panicked })
    }
}

impl Started<'_> {
    fn thread(&self) -> &Thread {
        match self {
            Started::Real(_, thread) => thread,
            Started::Model { model, .. } => &model.thread,
        }
    }

    fn join(self, at: Place) -> super::Result<()> {
        match self {
            Started::Real(handle, _) => handle.join(),
            Started::Model { model, panicked } => {
                let result = model.join(at);
                panicked.store(false, Ordering::Relaxed);
                result
            }
        }
    }

    fn is_finished(&self, at: Place) -> bool {
        match self {
            Started::Real(handle, _) => handle.is_finished(),
            Started::Model { model, .. } => model.is_finished(at),
        }
    }
}

impl<T> ScopedJoinHandle<'_, T> {
    /// As in `std`.
    #[must_use]
    pub fn thread(&self) -> &Thread {
        self.0.thread()
    }

    /// As in `std`.
    ///
    /// # Errors
    ///
    /// The panic of the thread, if it panicked.
    #[track_caller]
    pub fn join(self) -> super::Result<T> {
        self.0.join(Location::caller())?;
        Ok(self.1.take_result())
    }

    /// As in `std`.
    #[track_caller]
    pub fn is_finished(&self) -> bool {
        self.0.is_finished(Location::caller())
    }
}

impl fmt::Debug for Scope<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scope").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for ScopedJoinHandle<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScopedJoinHandle").finish_non_exhaustive()
    }
}
