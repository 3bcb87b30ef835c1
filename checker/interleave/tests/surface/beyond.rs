// Made by hand. What no signature shows and programs rely on. Each function is held by the line
// above it, and compiles with the standard library.

// an Arc of a type becomes one of a trait
pub fn arc_of_a_trait(x: std::sync::Arc<u8>) -> std::sync::Arc<dyn Fn() + Send + Sync> {
    let _: std::sync::Arc<dyn std::fmt::Debug> = x;
    std::sync::Arc::new(|| ())
}

// a Weak of a type becomes one of a trait
pub fn weak_of_a_trait(x: std::sync::Weak<u8>) -> std::sync::Weak<dyn std::fmt::Debug> {
    x
}

// a method takes self by Arc
pub mod self_by_arc {
    pub struct Server;
    impl Server {
        pub fn run(self: std::sync::Arc<Self>) {}
    }
}

// a trait's method takes self by Arc, and the trait can be an object
pub mod dyn_self_by_arc {
    pub trait Job {
        fn run(self: std::sync::Arc<Self>);
        fn look(self: &std::sync::Arc<Self>)
        where
            Self: Sized,
        {
        }
        fn poll(self: std::pin::Pin<std::sync::Arc<Self>>);
    }
    pub fn run(job: std::sync::Arc<dyn Job>) {
        job.run();
    }
}

// a pinned Arc of a type becomes one of a trait
pub fn pinned_arc_of_a_trait(
    x: std::pin::Pin<std::sync::Arc<u8>>,
) -> std::pin::Pin<std::sync::Arc<dyn std::fmt::Debug>> {
    x
}

// an Arc of an array becomes one of a slice, and what owns data becomes an Arc
pub fn arcs_of_slices() {
    let _: std::sync::Arc<[u8]> = std::sync::Arc::new([1, 2]);
    let _: std::sync::Arc<str> = "text".into();
    let _: std::sync::Arc<[u8]> = vec![1, 2].into();
    let _: std::sync::Arc<[u8]> = (0..3).collect();
    let _: std::sync::Arc<dyn Fn()> = std::boxed::Box::<dyn Fn()>::from(std::boxed::Box::new(|| ())).into();
}

// an Arc and a Weak can outlive, unused, what they refer to
pub fn drop_check_of_arcs() {
    let (arc, weak);
    let text = String::new();
    arc = std::sync::Arc::new(&text);
    weak = std::sync::Arc::downgrade(&arc);
}

// a Weak that refers to nothing is a constant
pub static WEAK: std::sync::Weak<u8> = std::sync::Weak::new();

// a value in an Arc is reached by its own names
pub fn the_names_of_a_value() -> u32 {
    struct Value;
    impl Value {
        fn real(&self) -> u32 {
            1
        }
        fn address(&self) -> u32 {
            2
        }
        fn count(&self) -> u32 {
            3
        }
    }
    let value = std::sync::Arc::new(Value);
    let weak = std::sync::Arc::downgrade(&value);
    value.real() + value.address() + value.count() + weak.upgrade().unwrap().address()
}

// no Arc is as large as an Arc
pub const NO_ARC: () = std::assert!(
    std::mem::size_of::<std::option::Option<std::sync::Arc<str>>>() == std::mem::size_of::<&str>()
);

// an Arc wakes a task
pub fn waker_of_an_arc() -> std::task::Waker {
    struct Flag;
    impl std::task::Wake for Flag {
        fn wake(self: std::sync::Arc<Self>) {}
    }
    std::sync::Arc::new(Flag).into()
}

// an Arc can be one of shorter-lived values
pub fn arc_is_covariant<'a>(x: std::sync::Arc<&'static str>) -> std::sync::Arc<&'a str> {
    x
}

// a lock of an array becomes one of a slice
pub fn unsized_locks(m: &std::sync::Mutex<[u8; 2]>, r: &std::sync::RwLock<[u8; 2]>) {
    let _: &std::sync::Mutex<[u8]> = m;
    let _: &std::sync::RwLock<[u8]> = r;
}

// a lock of a type becomes one of a trait
pub fn lock_of_a_trait() -> std::sync::Arc<std::sync::Mutex<dyn FnMut() + Send>> {
    std::sync::Arc::new(std::sync::Mutex::new(|| ()))
}

// a lock of a slice is locked
pub fn lock_of_a_slice(m: &std::sync::Mutex<[u8]>, r: &std::sync::RwLock<[u8]>) -> usize {
    m.lock().unwrap().len() + r.read().unwrap().len() + r.write().unwrap().len()
}

// a lock can outlive, unused, what it refers to
pub fn drop_check_of_locks() {
    let (mutex, lock, once);
    let text = String::new();
    mutex = std::sync::Mutex::new(&text);
    lock = std::sync::RwLock::new(&text);
    once = std::sync::OnceLock::from(&text);
}

// a guard can be one of a shorter borrow
pub fn guards_are_covariant<'a, 'b: 'a>(
    m: std::sync::MutexGuard<'b, u8>,
    r: std::sync::RwLockReadGuard<'b, &'static str>,
    w: std::sync::RwLockWriteGuard<'b, u8>,
) -> (
    std::sync::MutexGuard<'a, u8>,
    std::sync::RwLockReadGuard<'a, &'a str>,
    std::sync::RwLockWriteGuard<'a, u8>,
) {
    (m, r, w)
}

// a guard ends with its statement
pub fn temporary_guards(m: &std::sync::Mutex<Vec<u8>>) -> Option<u8> {
    *m.lock().unwrap() = vec![1];
    m.lock().unwrap().push(2);
    if let Some(last) = m.lock().unwrap().last() {
        return Some(*last);
    }
    m.lock().unwrap_or_else(std::sync::PoisonError::into_inner).pop()
}

// statics hold locks, flags and lazy values
pub mod statics {
    use std::collections::HashMap;
    use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize};
    use std::sync::{Condvar, LazyLock, Mutex, Once, OnceLock, RwLock};
    pub static NAMES: Mutex<Vec<String>> = Mutex::new(Vec::new());
    pub static CACHE: RwLock<Option<u8>> = RwLock::new(None);
    pub static READY: (Mutex<bool>, Condvar) = (Mutex::new(false), Condvar::new());
    pub static START: Once = Once::new();
    pub static CONFIG: OnceLock<String> = OnceLock::new();
    pub static TABLE: LazyLock<Mutex<HashMap<String, u8>>> =
        LazyLock::new(|| Mutex::new(HashMap::new()));
    pub static PLAIN: LazyLock<u8> = LazyLock::new(f);
    pub static STOP: AtomicBool = AtomicBool::new(false);
    pub static MANY: [AtomicU32; 4] = [const { AtomicU32::new(0) }; 4];
    pub static TWO: [Mutex<u8>; 2] = [const { Mutex::new(0) }; 2];
    pub const FRESH: AtomicUsize = AtomicUsize::new(0);
    fn f() -> u8 {
        TABLE.lock().unwrap().get("").copied().unwrap_or(*PLAIN)
    }
}

// thread_local! takes all its forms
pub mod thread_locals {
    use std::cell::{Cell, RefCell};
    thread_local! {
        /// With words above it.
        pub static COUNT: Cell<u32> = Cell::new(0);
        static NAMES: RefCell<Vec<String>> = RefCell::new(Vec::new());
        pub(crate) static FIXED: Cell<u32> = const { Cell::new(1) };
    }
    thread_local!(static ONE: u8 = 1);
    std::thread_local!(static OTHER: u8 = const { 1 });
    pub fn f() -> Result<u32, std::thread::AccessError> {
        COUNT.set(COUNT.get() + 1);
        NAMES.with_borrow_mut(|names| names.push(String::new()));
        NAMES.with(|names| names.borrow_mut().clear());
        FIXED.with(|fixed| fixed.set(2));
        let _: &std::thread::LocalKey<u8> = &ONE;
        OTHER.try_with(|other| u32::from(*other))
    }
}

// errors of channels and locks are matched to the last
pub fn exhaustive_matches(rx: &std::sync::mpsc::Receiver<u8>, m: &std::sync::Mutex<u8>) -> u8 {
    use std::sync::TryLockError;
    use std::sync::mpsc::{RecvError, RecvTimeoutError, TryRecvError};
    match rx.try_recv() {
        Ok(x) => return x,
        Err(TryRecvError::Empty) => {}
        Err(TryRecvError::Disconnected) => return 0,
    }
    match rx.recv_timeout(std::time::Duration::from_millis(1)) {
        Ok(x) => return x,
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {}
    }
    if let Err(RecvError) = rx.recv() {
        return 0;
    }
    match m.try_lock() {
        Ok(guard) => *guard,
        Err(TryLockError::Poisoned(error)) => *error.into_inner(),
        Err(TryLockError::WouldBlock) => 0,
    }
}

// what could not be sent comes back
pub fn send_errors(
    tx: &std::sync::mpsc::Sender<String>,
    sync: &std::sync::mpsc::SyncSender<String>,
) -> String {
    use std::sync::mpsc::{SendError, TrySendError};
    if let Err(SendError(text)) = tx.send(String::new()) {
        return text;
    }
    match sync.try_send(String::new()) {
        Ok(()) => String::new(),
        Err(TrySendError::Full(text) | TrySendError::Disconnected(text)) => text,
    }
}

// a receiver is looped over, by value and by reference
pub fn loops_over_receivers(rx: std::sync::mpsc::Receiver<u8>) -> u8 {
    let mut sum = 0;
    for x in &rx {
        sum += x;
    }
    sum += rx.iter().take(1).sum::<u8>() + rx.try_iter().sum::<u8>();
    for x in rx {
        sum += x;
    }
    sum
}

// scoped threads borrow, and spawn more in their scope
pub fn scoped_threads(words: &[String]) -> usize {
    let mut longest = String::new();
    let count = std::thread::scope(|s| {
        let halves = words.split_at(words.len() / 2);
        let first = s.spawn(|| {
            let inner = s.spawn(|| words.len());
            inner.join().unwrap()
        });
        s.spawn(|| longest.push('x'));
        let named = std::thread::Builder::new().name("b".into()).spawn_scoped(s, || 1);
        first.join().unwrap() + named.unwrap().join().unwrap() + halves.0.len()
    });
    count + longest.len()
}

// the panic of a thread is read
pub fn panics_of_threads() -> String {
    let result: std::thread::Result<()> = std::thread::spawn(|| panic!("of {}", 1)).join();
    match result {
        Ok(()) => String::new(),
        Err(payload) => match payload.downcast::<String>() {
            Ok(text) => *text,
            Err(payload) => (*payload.downcast_ref::<&'static str>().unwrap()).to_owned(),
        },
    }
}

// errors of locks go through `?`
pub fn question_marks(m: &std::sync::Mutex<u8>) -> Result<u8, Box<dyn std::error::Error + '_>> {
    let (tx, rx) = std::sync::mpsc::channel::<u8>();
    tx.send(*m.lock()?)?;
    let handle = std::thread::Builder::new().spawn(|| 1)?;
    Ok(rx.recv()? + handle.join().map_err(|_| "it panicked")?)
}

// condition variables take and give back the guard
pub fn conditions(m: &std::sync::Mutex<Vec<u8>>, c: &std::sync::Condvar) -> u8 {
    let mut queue = m.lock().unwrap();
    while queue.is_empty() {
        queue = c.wait(queue).unwrap();
    }
    let queue = c.wait_while(queue, |queue| queue.is_empty()).unwrap();
    let (mut queue, timeout) = c.wait_timeout(queue, std::time::Duration::from_secs(1)).unwrap();
    if timeout.timed_out() { 0 } else { queue.pop().unwrap_or_default() }
}

// glob imports bring the same names
pub mod globs {
    use std::sync::atomic::*;
    use std::sync::*;
    use std::thread::*;
    pub fn f(_: Mutex<AtomicU8>, _: JoinHandle<()>) -> std::thread::Result<()> {
        let _ = Ordering::Relaxed;
        spawn(yield_now).join()
    }
}

// `core` and absolute paths lead to the same things
pub fn other_paths(
    a: core::sync::atomic::AtomicU32,
    u: ::std::cell::UnsafeCell<u8>,
    d: core::time::Duration,
) -> (::std::sync::atomic::AtomicU32, core::cell::UnsafeCell<u8>, std::time::Duration) {
    core::hint::spin_loop();
    ::core::sync::atomic::fence(::core::sync::atomic::Ordering::SeqCst);
    (a, u, d)
}

// macros take all their forms
pub fn macros(x: u8, f: &mut std::string::String) -> std::fmt::Result {
    use std::fmt::Write as _;
    println!();
    print!("{x}");
    std::println!("{}, {0:?}, {y:>5}", x, y = x);
    eprint!("a");
    eprintln!();
    std::eprintln!("{x:#?}",);
    let (_, _): (u8, u8) = dbg!(x, x,);
    dbg!();
    let () = println!("a value of its own");
    match dbg!(x) {
        0 => println!("in an arm"),
        1 => panic!(),
        2 => panic!("{x}"),
        3 => std::panic!("{} {x}", 1),
        4 => unreachable!("{x}"),
        5 => todo!("{x}"),
        6 => unimplemented!(),
        _ => assert!(x > 1, "{x} {}", 1),
    }
    assert_eq!(x, 1, "{x}");
    debug_assert_ne!(x, 1);
    let _ = (vec![x; 2], vec![1, 2], format!("{x}"), concat!("a", 1), stringify!(x), line!());
    let _ = (matches!(x, 1 | 2), cfg!(test), env!("PATH"), option_env!("PATH"), module_path!());
    write!(f, "{x}")?;
    writeln!(f)
}

// atomics are shared by reference with threads that end before them
pub fn borrowed_atomics() -> usize {
    let count = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| count.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
        }
    });
    count.into_inner()
}

// locks derive along
pub mod derives {
    #[derive(Debug, Default)]
    pub struct Shop {
        pub stock: std::sync::Mutex<u8>,
        pub open: std::sync::atomic::AtomicBool,
        pub prices: std::sync::RwLock<Vec<u8>>,
        pub bell: std::sync::Condvar,
        pub name: std::sync::OnceLock<String>,
        pub sold: std::sync::Arc<std::sync::atomic::AtomicU64>,
    }
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum What {
        Order(std::sync::atomic::Ordering),
        Who(std::thread::ThreadId),
        When(std::time::Instant),
    }
}
