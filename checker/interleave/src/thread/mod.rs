//! The look-alike of `std::thread`.

pub(crate) mod local;
mod scoped;

pub use self::local::{AccessError, LocalKey};
pub use self::scoped::{Scope, ScopedJoinHandle, scope};
/// As in `std`.
pub use ::std::thread::Result;

use crate::engine::clock::Tid;
use crate::engine::object::Place;
use crate::engine::op::{Act, Guard, Op, Touch};
use crate::engine::{self, refuse, run, step};
use ::std::any::Any;
use ::std::fmt;
use ::std::io;
use ::std::num::NonZero;
use ::std::panic::Location;
use ::std::sync::{Arc, Mutex, PoisonError};
use ::std::thread as real;
use ::std::time::Duration;

/// So many threads may one execution start, the body's own not counted. Each
/// choice looks at all threads, so a wider program would not be explored in any
/// useful time.
const MOST_THREADS: usize = 1_000;

/// Where a thread leaves something for whoever joins it.
pub(crate) struct Packet<T>(Mutex<Option<T>>);

impl<T> Packet<T> {
    fn new() -> Arc<Packet<T>> {
        Arc::new(Packet(Mutex::new(None)))
    }

    fn put(&self, value: T) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(value);
    }

    fn take(&self) -> Option<T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// What the thread left, which has ended without a panic.
    fn take_result(&self) -> T {
        self.take().expect("a thread leaves its result")
    }
}

/// The code of a thread, whatever it returns.
type Code<'a> = Box<dyn FnOnce() + Send + 'a>;

/// The code of a thread as one type, and where it leaves its result unless it
/// panics. What is done with it then is compiled here, once, and not with every
/// program for every closure.
fn boxed<'a, T: Send + 'a>(f: impl FnOnce() -> T + Send + 'a) -> (Code<'a>, Arc<Packet<T>>) {
    let packet = Packet::new();
    let theirs = Arc::clone(&packet);
    (Box::new(move || theirs.put(f())), packet)
}

/// A thread of the running execution, as its handles know it.
struct Model {
    execution: u32,
    tid: Tid,
    /// Its panic, if it panicked.
    panic: Arc<Packet<Box<dyn Any + Send>>>,
    thread: Thread,
}

impl Model {
    /// Refuses a handle that was kept from an earlier schedule.
    fn check(&self, at: Place) {
        if engine::with(|e| e.id) != Some(self.execution) {
            engine::refuse_at(
                "a thread handle that is used outside of the schedule that made it",
                "join threads inside the body of `explore`",
                at,
            );
        }
    }

    fn join(&self, at: Place) -> Result<()> {
        step(Op::new(Act::Join, at).when(Guard::Ended(self.tid)));
        engine::inside(|e| {
            let last = e.threads[self.tid.index()].now.clone();
            e.learn(&last);
            e.note(|line| line.other = Some(self.tid));
            e.tell(|e| format!("joins {}", e.thread_name(self.tid)));
        });
        self.panic.take().map_or(Ok(()), Err)
    }

    fn is_finished(&self, at: Place) -> bool {
        let object = engine::inside(|e| e.thread_object(self.tid));
        step(Op::new(Act::IsFinished, at).touching(object, Touch::Read));
        engine::inside(|e| {
            let ended = e.threads[self.tid.index()].ended;
            if !ended {
                e.looked(Some(object), at);
            }
            e.tell(|e| {
                format!(
                    "asks whether {} has finished -> {ended}",
                    e.thread_name(self.tid)
                )
            });
            ended
        })
    }
}

/// Starts a thread of the running execution. `then` runs when the thread has
/// ended, and is told whether it panicked.
///
/// # Safety
///
/// Whatever `code` borrows must outlive the thread, or all threads of the
/// execution must stop for good before it dies.
unsafe fn start(
    name: Option<String>,
    at: Place,
    code: Code<'_>,
    then: impl FnOnce(bool) + 'static,
) -> Model {
    if engine::inside(|e| e.threads.len()) > MOST_THREADS {
        engine::refuse_at(
            &format!("more than {MOST_THREADS} threads in one execution"),
            "start fewer: two or three show the same bugs, and far sooner",
            at,
        );
    }
    step(Op::new(Act::Spawn, at));
    let (tid, execution) = engine::inside(|e| (e.add_thread(name.clone(), at), e.id));
    engine::inside(|e| {
        e.worked();
        e.note(|line| line.other = Some(tid));
        e.tell(|e| format!("spawns {}", e.thread_name(tid)));
    });
    let panic = Packet::new();
    let theirs = Arc::clone(&panic);
    let body: Box<dyn FnOnce() + '_> = Box::new(move || {
        let result = run::thread_main(at, code);
        then(result.is_err());
        if let Err(payload) = result {
            theirs.put(payload);
        }
    });
    // SAFETY: only the lifetime changes; the caller vouches for it.
    let body: Box<dyn FnOnce()> = unsafe { ::std::mem::transmute(body) };
    run::launch(tid, body);
    // The new thread may be fast.
    engine::gap(at);
    let thread = Thread(Known::Model {
        execution,
        tid,
        name: name.map(Arc::from),
    });
    Model {
        execution,
        tid,
        panic,
        thread,
    }
}

/// As in `std`.
#[track_caller]
pub fn spawn<F, T>(f: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    let (code, packet) = boxed(f);
    JoinHandle(launch_or_panic(code, Location::caller()), packet)
}

fn launch_or_panic(code: Code<'static>, at: Place) -> Started {
    let started = Builder::new().launch(code, at);
    started.expect("failed to spawn thread")
}

/// The look-alike of [`std::thread::Builder`].
#[must_use = "must eventually spawn the thread"]
#[derive(Debug, Default)]
pub struct Builder {
    name: Option<String>,
    stack_size: Option<usize>,
}

impl Builder {
    /// As in `std`.
    pub fn new() -> Builder {
        Builder::default()
    }

    /// As in `std`.
    pub fn name(mut self, name: String) -> Builder {
        self.name = Some(name);
        self
    }

    /// As in `std`. Explored threads have stacks of one size.
    pub fn stack_size(mut self, size: usize) -> Builder {
        self.stack_size = Some(size);
        self
    }

    fn real(&self) -> real::Builder {
        let mut builder = real::Builder::new();
        if let Some(name) = &self.name {
            builder = builder.name(name.clone());
        }
        if let Some(size) = self.stack_size {
            builder = builder.stack_size(size);
        }
        builder
    }

    /// As in `std`.
    ///
    /// # Errors
    ///
    /// If the system cannot start another thread; never while exploring.
    #[track_caller]
    pub fn spawn<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        let (code, packet) = boxed(f);
        Ok(JoinHandle(self.launch(code, Location::caller())?, packet))
    }

    fn launch(self, code: Code<'static>, at: Place) -> io::Result<Started> {
        if !engine::is_active() {
            let handle = self.real().spawn(code)?;
            let thread = Thread(Known::Real(handle.thread().clone()));
            return Ok(Started::Real(handle, thread));
        }
        // SAFETY: the code borrows nothing: it is `'static`.
        let model = unsafe { start(self.name, at, code, |_| ()) };
        Ok(Started::Model(model))
    }

    /// Not modelled.
    ///
    /// # Safety
    ///
    /// None: it never returns while exploring. Else as in `std`.
    ///
    /// # Errors
    ///
    /// If the system cannot start another thread.
    #[track_caller]
    pub unsafe fn spawn_unchecked<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send,
        T: Send,
    {
        let _ = f;
        refuse("Builder::spawn_unchecked", "use `spawn` or `spawn_scoped`")
    }

    /// As in `std`.
    ///
    /// # Errors
    ///
    /// If the system cannot start another thread; never while exploring.
    #[track_caller]
    pub fn spawn_scoped<'scope, 'env, F, T>(
        self,
        scope: &'scope Scope<'scope, 'env>,
        f: F,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        scope.spawn_with(self, f, Location::caller())
    }
}

/// The look-alike of [`std::thread::JoinHandle`].
pub struct JoinHandle<T>(Started, Arc<Packet<T>>);

/// A thread that was started, whatever it returns.
enum Started {
    Real(real::JoinHandle<()>, Thread),
    Model(Model),
}

impl Started {
    fn thread(&self) -> &Thread {
        match self {
            Started::Real(_, thread) => thread,
            Started::Model(model) => &model.thread,
        }
    }

    fn join(self, at: Place) -> Result<()> {
        match self {
            Started::Real(handle, _) => handle.join(),
            Started::Model(model) => {
                model.check(at);
                model.join(at)
            }
        }
    }

    fn is_finished(&self, at: Place) -> bool {
        match self {
            Started::Real(handle, _) => handle.is_finished(),
            Started::Model(model) => {
                model.check(at);
                model.is_finished(at)
            }
        }
    }
}

impl<T> JoinHandle<T> {
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
    pub fn join(self) -> Result<T> {
        self.0.join(Location::caller())?;
        Ok(self.1.take_result())
    }

    /// As in `std`.
    #[track_caller]
    pub fn is_finished(&self) -> bool {
        self.0.is_finished(Location::caller())
    }
}

// SAFETY: as in `std`: a handle that moves gives its `T`, which came from a
// thread and so is `Send`, to whoever joins; a shared one gives nothing away.
unsafe impl<T> Send for JoinHandle<T> {}
// SAFETY: see `Send`.
unsafe impl<T> Sync for JoinHandle<T> {}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle").finish_non_exhaustive()
    }
}

/// The look-alike of [`std::thread::Thread`].
#[derive(Clone)]
pub struct Thread(Known);

#[derive(Clone)]
enum Known {
    Real(real::Thread),
    Model {
        execution: u32,
        tid: Tid,
        name: Option<Arc<str>>,
    },
}

/// The look-alike of [`std::thread::ThreadId`].
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ThreadId(Number);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Number {
    Real(real::ThreadId),
    Model(u32, Tid),
}

impl fmt::Debug for ThreadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Number::Real(id) => id.fmt(f),
            Number::Model(_, tid) => write!(f, "ThreadId({})", tid.0 + 1),
        }
    }
}

impl Thread {
    /// As in `std`.
    #[track_caller]
    pub fn unpark(&self) {
        let (execution, tid) = match &self.0 {
            Known::Real(thread) => return thread.unpark(),
            Known::Model { execution, tid, .. } => (*execution, *tid),
        };
        if engine::with(|e| e.id) != Some(execution) {
            return;
        }
        let at = Location::caller();
        let object = engine::inside(|e| e.token_object(tid));
        step(Op::new(Act::Unpark, at).touching(object, Touch::Write));
        engine::inside(|e| {
            let now = e.now();
            let thread = &mut e.threads[tid.index()];
            thread.token = true;
            thread.token_stamp.join(&now);
            e.changed(object);
            e.note(|line| line.other = Some(tid));
            e.tell(|e| format!("unparks {}", e.thread_name(tid)));
        });
        engine::gap(at);
    }

    /// As in `std`.
    #[must_use]
    pub fn id(&self) -> ThreadId {
        ThreadId(match &self.0 {
            Known::Real(thread) => Number::Real(thread.id()),
            Known::Model { execution, tid, .. } => Number::Model(*execution, *tid),
        })
    }

    /// As in `std`.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match &self.0 {
            Known::Real(thread) => thread.name(),
            Known::Model { name, .. } => name.as_deref(),
        }
    }
}

impl fmt::Debug for Thread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thread")
            .field("id", &self.id())
            .field("name", &self.name())
            .finish_non_exhaustive()
    }
}

/// As in `std`.
#[must_use]
pub fn current() -> Thread {
    let known = engine::with(|e| Known::Model {
        execution: e.id,
        tid: e.current,
        name: e.thread().name.as_deref().map(Arc::from),
    });
    Thread(known.unwrap_or_else(|| Known::Real(real::current())))
}

/// As in `std`.
#[track_caller]
pub fn park() {
    if !engine::is_active() {
        return real::park();
    }
    let at = Location::caller();
    let me = engine::me();
    let object = engine::inside(|e| e.token_object(me));
    if engine::inside(|e| {
        e.saw_whim = true;
        e.whims > 0
    }) {
        step(Op::new(Act::Park, at).touching(object, Touch::Read));
        if engine::inside(engine::execution::Execution::whim) {
            engine::inside(|e| {
                e.tell(|_| {
                    "wakes from park for no reason (the standard library allows this)".into()
                });
            });
            return;
        }
    }
    step(
        Op::new(Act::Park, at)
            .touching(object, Touch::Write)
            .when(Guard::Token),
    );
    take_token();
}

/// As in `std`. The timeout may pass at any moment.
#[track_caller]
pub fn park_timeout(timeout: Duration) {
    if !engine::is_active() {
        return real::park_timeout(timeout);
    }
    let at = Location::caller();
    let me = engine::me();
    let object = engine::inside(|e| e.token_object(me));
    step(
        Op::new(Act::Park, at)
            .touching(object, Touch::Write)
            .politely(),
    );
    if engine::inside(|e| e.thread().token) {
        take_token();
    } else {
        engine::inside(|e| {
            e.clock += timeout;
            e.looked(Some(object), at);
            e.tell(|_| "times out in park_timeout".into());
        });
    }
}

/// As in `std`, deprecated there.
#[deprecated(since = "1.6.0", note = "replaced by `std::thread::park_timeout`")]
#[track_caller]
pub fn park_timeout_ms(ms: u32) {
    park_timeout(Duration::from_millis(u64::from(ms)));
}

fn take_token() {
    engine::inside(|e| {
        let thread = e.thread();
        thread.token = false;
        let stamp = thread.token_stamp.clone();
        e.learn(&stamp);
        e.worked();
        e.tell(|_| "goes on after park".into());
    });
}

/// As in `std`, on the virtual clock: nothing waits for real, and every other
/// thread may do anything meanwhile.
#[track_caller]
pub fn sleep(duration: Duration) {
    if !engine::is_active() {
        return real::sleep(duration);
    }
    let at = Location::caller();
    step(Op::new(Act::Sleep, at).politely());
    engine::inside(|e| {
        e.clock += duration;
        e.looked(None, at);
        e.tell(|_| format!("has slept {duration:?}; others could do anything meanwhile"));
    });
}

/// As in `std`, deprecated there.
#[deprecated(since = "1.6.0", note = "replaced by `std::thread::sleep`")]
#[track_caller]
pub fn sleep_ms(ms: u32) {
    sleep(Duration::from_millis(u64::from(ms)));
}

/// As in `std`.
#[track_caller]
pub fn yield_now() {
    if !engine::is_active() {
        return real::yield_now();
    }
    give_way(Act::Yield, Location::caller());
}

/// Lets other threads go first.
pub(crate) fn give_way(act: Act, at: Place) {
    step(Op::new(act, at).politely());
    engine::inside(|e| {
        e.looked(None, at);
        e.tell(|_| "lets others go first".into());
    });
}

/// As in `std`.
#[must_use]
pub fn panicking() -> bool {
    engine::with(|e| e.thread().panics > 0).unwrap_or_else(real::panicking)
}

/// As in `std`. Explored programs find two processors, on every machine.
///
/// # Errors
///
/// If the system does not tell; never while exploring.
pub fn available_parallelism() -> io::Result<NonZero<usize>> {
    if engine::is_active() {
        return Ok(NonZero::new(2).expect("two"));
    }
    real::available_parallelism()
}
