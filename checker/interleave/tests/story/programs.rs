//! Small programs that go wrong, each in another way.

use interleave::cell::UnsafeCell;
use interleave::sync::atomic::{AtomicBool, AtomicU32, Ordering, fence};
use interleave::sync::{Arc, Barrier, Condvar, Mutex, RwLock, mpsc};
use interleave::thread;

pub fn lost_update() {
    let pieces = Mutex::new(0);
    let deliver = |count| {
        let on_hand = *pieces.lock().unwrap();
        *pieces.lock().unwrap() = on_hand + count;
    };
    thread::scope(|s| {
        s.spawn(|| deliver(2));
        deliver(3);
    });
    assert_eq!(*pieces.lock().unwrap(), 5, "pieces are missing");
}

pub fn lost_update_of_an_atomic() {
    let clicks = AtomicU32::new(0);
    let log = Mutex::new(Vec::new());
    thread::scope(|s| {
        s.spawn(|| {
            let seen = clicks.load(Ordering::SeqCst);
            clicks.store(seen + 1, Ordering::SeqCst);
        });
        // Nobody else touches the log.
        log.lock().unwrap().push(1);
        log.lock().unwrap().push(2);
        log.lock().unwrap().push(3);
        let seen = clicks.load(Ordering::SeqCst);
        clicks.store(seen + 1, Ordering::SeqCst);
    });
    assert_eq!(clicks.load(Ordering::SeqCst), 2, "a click is lost");
}

pub fn locks_in_opposite_order() {
    let (left, right) = (Mutex::new(0), Mutex::new(0));
    thread::scope(|s| {
        s.spawn(|| {
            let _left = left.lock().unwrap();
            let _right = right.lock().unwrap();
        });
        s.spawn(|| {
            let _right = right.lock().unwrap();
            let _left = left.lock().unwrap();
        });
    });
}

pub fn joins_with_the_lock_held() {
    let total = Arc::new(Mutex::new(0));
    let theirs = Arc::clone(&total);
    let guard = total.lock().unwrap();
    let adder = thread::Builder::new()
        .name("adder".into())
        .spawn(move || *theirs.lock().unwrap() += 1)
        .unwrap();
    adder.join().unwrap();
    drop(guard);
}

pub fn locks_twice() {
    let total = RwLock::new(0);
    let seen = total.read().unwrap();
    *total.write().unwrap() = *seen + 1;
}

pub fn sender_kept() {
    let (tx, rx) = mpsc::channel();
    for n in 0..2 {
        let tx = tx.clone();
        thread::spawn(move || tx.send(n).unwrap());
    }
    let sum: i32 = rx.iter().sum();
    assert_eq!(sum, 1);
}

pub fn notify_before_the_wait() {
    let ready = Mutex::new(false);
    let changed = Condvar::new();
    thread::scope(|s| {
        s.spawn(|| {
            if !*ready.lock().unwrap() {
                let guard = ready.lock().unwrap();
                drop(changed.wait(guard).unwrap());
            }
        });
        *ready.lock().unwrap() = true;
        changed.notify_one();
    });
}

pub fn never_notified() {
    let ready = Mutex::new(false);
    let changed = Condvar::new();
    thread::scope(|s| {
        s.spawn(|| {
            let guard = ready.lock().unwrap();
            drop(changed.wait_while(guard, |ready| !*ready).unwrap());
        });
        *ready.lock().unwrap() = true;
    });
}

pub fn too_few_at_the_barrier() {
    let barrier = Barrier::new(3);
    thread::scope(|s| {
        s.spawn(|| barrier.wait());
        s.spawn(|| barrier.wait());
    });
}

pub fn goes_round() {
    let stop = AtomicBool::new(false);
    thread::scope(|s| {
        s.spawn(|| while !stop.load(Ordering::Acquire) {});
        stop.store(true, Ordering::Release);
        stop.store(false, Ordering::Release);
    });
}

struct Shared(UnsafeCell<u32>);

// SAFETY: none, and that is the point: the explorer says so.
#[allow(unsafe_code)]
unsafe impl Sync for Shared {}

impl Shared {
    const fn new() -> Shared {
        Shared(UnsafeCell::new(0))
    }

    fn set(&self, value: u32) {
        // SAFETY: the explorer runs one thread at a time.
        #[allow(unsafe_code)]
        unsafe {
            *self.0.get() = value;
        }
    }

    fn get(&self) -> u32 {
        // SAFETY: as above.
        #[allow(unsafe_code)]
        unsafe {
            *self.0.get()
        }
    }
}

pub fn published_with(store: Ordering, load: Ordering) {
    let data = Shared::new();
    let ready = AtomicBool::new(false);
    thread::scope(|s| {
        s.spawn(|| {
            data.set(42);
            ready.store(true, store);
        });
        if ready.load(load) {
            assert_eq!(data.get(), 42);
        }
    });
}

pub fn nothing_orders() {
    let data = Shared::new();
    let lock = Mutex::new(());
    thread::scope(|s| {
        s.spawn(|| {
            let _guard = lock.lock().unwrap();
            data.set(42);
        });
        data.set(43);
    });
}

pub fn different_locks() {
    let data = Shared::new();
    let (one, other) = (Mutex::new(()), Mutex::new(()));
    thread::scope(|s| {
        s.spawn(|| {
            let _guard = one.lock().unwrap();
            data.set(42);
        });
        let _guard = other.lock().unwrap();
        data.set(43);
    });
}

pub fn message_passing() {
    let data = AtomicU32::new(0);
    let ready = AtomicBool::new(false);
    thread::scope(|s| {
        s.spawn(|| {
            data.store(42, Ordering::Relaxed);
            ready.store(true, Ordering::Relaxed);
        });
        if ready.load(Ordering::Acquire) {
            assert_eq!(data.load(Ordering::Relaxed), 42, "ready, but not there");
        }
    });
}

pub fn store_buffering() {
    let (one, other) = (AtomicBool::new(false), AtomicBool::new(false));
    let enter = |mine: &AtomicBool, theirs: &AtomicBool| {
        mine.store(true, Ordering::Release);
        !theirs.load(Ordering::Acquire)
    };
    let (a, b) = thread::scope(|s| {
        let a = s.spawn(|| enter(&one, &other));
        let b = enter(&other, &one);
        (a.join().unwrap(), b)
    });
    fence(Ordering::SeqCst);
    assert!(!(a && b), "both are inside");
}

pub fn held_too_long() {
    let lock = Mutex::new(0);
    let inside = AtomicU32::new(0);
    let work = || {
        let mut guard = lock.lock().unwrap();
        let others = inside.fetch_add(1, Ordering::SeqCst);
        interleave::sometimes!(others > 0, "two threads work at once");
        inside.fetch_sub(1, Ordering::SeqCst);
        *guard += 1;
    };
    thread::scope(|s| {
        s.spawn(work);
        s.spawn(work);
    });
}

pub fn one_by_one() {
    let inside = Arc::new(AtomicU32::new(0));
    for _ in 0..2 {
        let inside = Arc::clone(&inside);
        let worker = thread::spawn(move || {
            let others = inside.fetch_add(1, Ordering::SeqCst);
            interleave::sometimes!(others > 0, "two workers work at once");
            inside.fetch_sub(1, Ordering::SeqCst);
        });
        worker.join().unwrap();
    }
}

pub fn no_threads() {
    interleave::sometimes!(interleave::live_threads() > 1, "two threads run");
}

pub fn a_thread_panics() {
    let words = ["one", "", "three"];
    let initials = thread::scope(|s| {
        let letters = words.map(|word| s.spawn(move || word.chars().next().unwrap()));
        letters.map(|letter| letter.join().unwrap())
    });
    assert_eq!(initials.len(), 3);
}

pub fn many_steps() {
    let count = AtomicU32::new(0);
    thread::scope(|s| {
        for _ in 0..3 {
            s.spawn(|| {
                for turn in 0..9 {
                    let seen = count.load(Ordering::SeqCst);
                    count.store(seen + turn, Ordering::SeqCst);
                }
            });
        }
    });
    assert_eq!(count.load(Ordering::SeqCst), 108, "something is lost");
}
