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
pub struct ScopedJoinHandle<'scope, T>(Handle<'scope, T>);

enum Handle<'scope, T> {
    Real(real::ScopedJoinHandle<'scope, ()>, Arc<Packet<T>>, Thread),
    Model {
        model: Model<T>,
        panicked: Arc<AtomicBool>,
        scope: PhantomData<&'scope ()>,
    },
}

/// As in `std`.
#[track_caller]
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
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
            })
        });
    }
    let at = Location::caller();
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
        Ok(_) if scope.has_unseen_panics() => panic!("a scoped thread panicked"),
        Ok(value) => value,
    }
}

/// Counts one more thread of the scope. Returns whether it has panicked, and
/// what is to be done when it ends.
fn enlist(
    object: ObjId,
    panics: &Mutex<Vec<Arc<AtomicBool>>>,
) -> (Arc<AtomicBool>, Box<dyn FnOnce(bool)>) {
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
    (panicked, Box::new(then))
}

/// As for threads without a scope: compiled here, once.
#[inline(never)]
fn spawn_real<'scope>(
    builder: real::Builder,
    scope: &'scope real::Scope<'scope, '_>,
    code: Code<'scope>,
) -> io::Result<real::ScopedJoinHandle<'scope, ()>> {
    builder.spawn_scoped(scope, code)
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
        self.launch(Builder::new(), f, Location::caller())
            .expect("failed to spawn thread")
    }

    pub(super) fn launch<F, T>(
        &'scope self,
        builder: Builder,
        f: F,
        at: Place,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let (object, panics) = match &self.inner {
            Inner::Real(scope) => {
                let (code, packet) = boxed(f);
                let handle = spawn_real(builder.real(), scope, code)?;
                let thread = Thread(super::Known::Real(handle.thread().clone()));
                return Ok(ScopedJoinHandle(Handle::Real(handle, packet, thread)));
            }
            Inner::Model { object, panics } => (*object, panics),
        };
        let (panicked, then) = enlist(object, panics);
        // SAFETY: the thread cannot outlive what its code borrows: `scope` does
        // not return before the thread has ended, and where an execution is cut
        // short, all of its threads stop for good at the same moment.
        let model = unsafe { start(builder.name, at, f, then) };
        Ok(ScopedJoinHandle(Handle::Model {
            model,
            panicked,
            scope: PhantomData,
        }))
    }
}

impl<T> ScopedJoinHandle<'_, T> {
    /// As in `std`.
    #[must_use]
    pub fn thread(&self) -> &Thread {
        match &self.0 {
            Handle::Real(_, _, thread) => thread,
            Handle::Model { model, .. } => &model.thread,
        }
    }

    /// As in `std`.
    ///
    /// # Errors
    ///
    /// The panic of the thread, if it panicked.
    #[track_caller]
    pub fn join(self) -> super::Result<T> {
        match self.0 {
            Handle::Real(handle, packet, _) => {
                handle.join()?;
                packet.take().expect("a thread leaves its result")
            }
            Handle::Model {
                model, panicked, ..
            } => {
                let result = model.join(Location::caller());
                panicked.store(false, Ordering::Relaxed);
                result
            }
        }
    }

    /// As in `std`.
    #[track_caller]
    pub fn is_finished(&self) -> bool {
        match &self.0 {
            Handle::Real(handle, ..) => handle.is_finished(),
            Handle::Model { model, .. } => model.is_finished(Location::caller()),
        }
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
