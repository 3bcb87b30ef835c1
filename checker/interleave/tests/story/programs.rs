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

pub fn changed_in_two_goes() {
    let page = Arc::new(Mutex::new(String::new()));
    let theirs = Arc::clone(&page);
    let writer = thread::spawn(move || {
        theirs.lock().unwrap().push_str("Rain");
        theirs.lock().unwrap().push('.');
    });
    let seen = page.lock().unwrap().clone();
    writer.join().unwrap();
    assert_ne!(seen, "Rain", "half a line");
}

pub fn read_back() {
    let pieces = Mutex::new(2);
    let sell = || {
        *pieces.lock().unwrap() -= 1;
        *pieces.lock().unwrap()
    };
    let (one, other) = thread::scope(|s| {
        let one = s.spawn(sell);
        let other = sell();
        (one.join().unwrap(), other)
    });
    assert_eq!(one + other, 1, "one sale leaves 1, the other 0");
}

pub fn looked_before_the_change() {
    let count = AtomicU32::new(7);
    let take = || {
        while count.load(Ordering::SeqCst) < 8 {
            count.fetch_add(1, Ordering::SeqCst);
        }
    };
    thread::scope(|s| {
        s.spawn(take);
        take();
    });
    assert_eq!(count.load(Ordering::SeqCst), 8);
}

pub fn two_moments() {
    let (mine, yours) = (Mutex::new(10), Mutex::new(10));
    thread::scope(|s| {
        s.spawn(|| {
            let (mut mine, mut yours) = (mine.lock().unwrap(), yours.lock().unwrap());
            *mine -= 3;
            *yours += 3;
        });
        let total = [&mine, &yours].map(|account| *account.lock().unwrap());
        assert_eq!(total[0] + total[1], 20);
    });
}

pub fn read_before_the_join() {
    let count = Arc::new(Mutex::new(0));
    let theirs = Arc::clone(&count);
    let adder = thread::spawn(move || *theirs.lock().unwrap() += 1);
    let seen = *count.lock().unwrap();
    adder.join().unwrap();
    assert_eq!(seen, 1);
}

pub fn try_lock_gives_up() {
    let count = Mutex::new(0);
    let add = || {
        if let Ok(mut count) = count.try_lock() {
            *count += 1;
        }
    };
    thread::scope(|s| {
        s.spawn(add);
        add();
    });
    assert_eq!(*count.lock().unwrap(), 2);
}

pub fn empty_taken_for_ended() {
    let (tx, rx) = mpsc::channel();
    thread::spawn(move || tx.send(1).unwrap());
    let sum: i32 = rx.try_iter().sum();
    assert_eq!(sum, 1);
}

pub fn gives_up_after_a_while() {
    let (tx, rx) = mpsc::channel();
    thread::spawn(move || tx.send(1).unwrap());
    assert_eq!(rx.recv_timeout(std::time::Duration::from_secs(9)), Ok(1));
}

pub fn wakes_and_goes_on() {
    let ready = Mutex::new(false);
    let changed = Condvar::new();
    thread::scope(|s| {
        s.spawn(|| {
            *ready.lock().unwrap() = true;
            changed.notify_one();
        });
        let mut guard = ready.lock().unwrap();
        if !*guard {
            guard = changed.wait(guard).unwrap();
        }
        assert!(*guard);
    });
}

pub fn never_waits() {
    let items = Mutex::new(Vec::new());
    let changed = Condvar::new();
    let taken = thread::scope(|s| {
        let taker = s.spawn(|| items.lock().unwrap().pop());
        items.lock().unwrap().push(7);
        changed.notify_one();
        taker.join().unwrap()
    });
    assert_eq!(taken, Some(7));
}

pub fn overtaken_between_two_steps() {
    let (next, line) = (AtomicU32::new(1), Mutex::new(Vec::new()));
    let put = || {
        let number = next.fetch_add(1, Ordering::SeqCst);
        line.lock().unwrap().push(number);
    };
    thread::scope(|s| {
        s.spawn(put);
        put();
    });
    assert_eq!(*line.lock().unwrap(), [1, 2]);
}

pub fn order_of_finishing() {
    let (tx, rx) = mpsc::channel();
    for n in 0..2 {
        let tx = tx.clone();
        thread::spawn(move || tx.send(n).unwrap());
    }
    drop(tx);
    assert_eq!(rx.iter().collect::<Vec<_>>(), [0, 1]);
}

pub fn left_in_the_channel() {
    let (tx, rx) = mpsc::channel();
    let sender = thread::spawn(move || [1, 2].map(|n| tx.send(n).unwrap()));
    sender.join().unwrap();
    let sum = rx.into_iter().take(1).sum::<i32>();
    assert_eq!(sum, 3);
}

pub fn a_copy_for_each() {
    let count = Mutex::new(0);
    let copy = Mutex::new(*count.lock().unwrap());
    thread::spawn(move || *copy.lock().unwrap() += 1)
        .join()
        .unwrap();
    assert_eq!(*count.lock().unwrap(), 1);
}

pub fn notifies_another() {
    let full = Mutex::new(false);
    let (filled, emptied) = (Condvar::new(), Condvar::new());
    thread::scope(|s| {
        s.spawn(|| {
            let guard = full.lock().unwrap();
            drop(filled.wait_while(guard, |full| !*full).unwrap());
        });
        *full.lock().unwrap() = true;
        emptied.notify_one();
    });
}

pub fn sleeps_again() {
    let state = Mutex::new((0, false));
    let changed = Condvar::new();
    thread::scope(|s| {
        s.spawn(|| {
            state.lock().unwrap().1 = true;
            changed.notify_all();
        });
        let mut state = state.lock().unwrap();
        if !state.1 {
            // It does not look whether it is closed.
            while state.0 == 0 {
                state = changed.wait(state).unwrap();
            }
        }
    });
}

pub fn full_with_the_lock_held() {
    let (tx, rx) = mpsc::sync_channel(0);
    let tx = Mutex::new(Some(tx));
    thread::scope(|s| {
        s.spawn(|| {
            if let Some(tx) = &*tx.lock().unwrap() {
                tx.send(1).unwrap();
            }
        });
        tx.lock().unwrap().take();
        drop(rx);
    });
}

pub fn waits_for_its_own_message() {
    let (tx, rx) = mpsc::channel::<i32>();
    assert_eq!(rx.recv(), Ok(1));
    drop(tx);
}

pub fn asks_and_keeps() {
    let (left, right) = (Mutex::new(0), Mutex::new(0));
    let both = |one: &Mutex<i32>, other: &Mutex<i32>| {
        let _one = one.lock().unwrap();
        while other.try_lock().is_err() {
            thread::yield_now();
        }
    };
    thread::scope(|s| {
        s.spawn(|| both(&left, &right));
        both(&right, &left);
    });
}

pub fn goes_round_with_the_lock() {
    let ready = Mutex::new(false);
    thread::scope(|s| {
        s.spawn(|| {
            let guard = ready.lock().unwrap();
            let is_ready = || *guard;
            while !is_ready() {
                thread::yield_now();
            }
        });
        *ready.lock().unwrap() = true;
    });
}

pub fn goes_round_until_it_ends() {
    let (tx, rx) = mpsc::channel::<i32>();
    let waiter = thread::spawn(move || rx.recv().unwrap());
    while !waiter.is_finished() {
        thread::yield_now();
    }
    drop(tx);
}

/// `work` comes in and goes out.
struct Room(AtomicU32, AtomicBool);

impl Room {
    fn new() -> Arc<Room> {
        Arc::new(Room(AtomicU32::new(0), AtomicBool::new(false)))
    }

    fn work(&self) {
        if self.0.fetch_add(1, Ordering::SeqCst) > 0 {
            self.1.store(true, Ordering::SeqCst);
        }
        self.0.fetch_sub(1, Ordering::SeqCst);
    }

    fn meets(&self) {
        let met = self.1.load(Ordering::SeqCst);
        interleave::sometimes!(met, "two are in the room");
    }
}

pub fn works_before_it_starts() {
    let room = Room::new();
    room.work();
    let theirs = Arc::clone(&room);
    thread::spawn(move || theirs.work()).join().unwrap();
    room.meets();
}

pub fn works_after_the_join() {
    let room = Room::new();
    let theirs = Arc::clone(&room);
    thread::spawn(move || theirs.work()).join().unwrap();
    room.work();
    room.meets();
}

pub fn takes_turns() {
    let (room, turn) = (Room::new(), AtomicU32::new(0));
    thread::scope(|s| {
        for mine in 0..2 {
            let (room, turn) = (&room, &turn);
            s.spawn(move || {
                while turn.load(Ordering::SeqCst) != mine {
                    thread::yield_now();
                }
                room.work();
                turn.store(mine + 1, Ordering::SeqCst);
            });
        }
    });
    room.meets();
}

pub fn one_channel_after_the_other() {
    let channels: Vec<_> = (0..2)
        .map(|n| {
            let (tx, rx) = mpsc::channel();
            thread::spawn(move || tx.send(n).unwrap());
            rx
        })
        .collect();
    let all: Vec<i32> = channels.into_iter().flatten().collect();
    interleave::sometimes!(all[0] == 1, "the second comes first");
}

pub fn sends_when_all_is_done() {
    let (tx, rx) = mpsc::channel();
    let done = Arc::new(AtomicU32::new(0));
    let theirs = Arc::clone(&done);
    thread::spawn(move || {
        for _ in 0..2 {
            theirs.fetch_add(1, Ordering::SeqCst);
        }
        for n in 0..2 {
            tx.send(n).unwrap();
        }
    });
    for _ in rx {
        let done = done.load(Ordering::SeqCst);
        interleave::sometimes!(done < 2, "a message comes before all is done");
    }
}

pub fn too_few_threads() {
    let inside = Arc::new(AtomicU32::new(0));
    let work = |inside: &AtomicU32| {
        let others = inside.fetch_add(1, Ordering::SeqCst);
        interleave::sometimes!(others > 1, "three work at once");
        inside.fetch_sub(1, Ordering::SeqCst);
    };
    let theirs = Arc::clone(&inside);
    let worker = thread::spawn(move || work(&theirs));
    work(&inside);
    work(&inside);
    worker.join().unwrap();
}

pub fn one_worker_with_a_lock() {
    let (tx, rx) = mpsc::channel();
    let room = Room::new();
    let theirs = Arc::clone(&room);
    let jobs = Mutex::new(rx);
    let worker = thread::spawn(move || {
        while let Ok(()) = jobs.lock().unwrap().recv() {
            theirs.work();
        }
    });
    tx.send(()).unwrap();
    tx.send(()).unwrap();
    drop(tx);
    worker.join().unwrap();
    room.meets();
}

pub fn both_try_to_unwrap() {
    let basket = Arc::new(vec![1, 2, 3]);
    let theirs = Arc::clone(&basket);
    let other = thread::spawn(move || Arc::try_unwrap(theirs).ok());
    let mine = Arc::try_unwrap(basket).ok();
    let theirs = other.join().unwrap();
    assert!(mine.or(theirs).is_some(), "the basket is lost");
}

struct Pool {
    worker: Mutex<Option<thread::JoinHandle<()>>>,
}

impl Drop for Pool {
    fn drop(&mut self) {
        let worker = self.worker.lock().unwrap().take();
        if let Some(worker) = worker {
            worker.join().unwrap();
        }
    }
}

pub fn worker_drops_the_pool() {
    let pool = Arc::new(Pool {
        worker: Mutex::new(None),
    });
    let (done, is_done) = mpsc::channel();
    let theirs = Arc::clone(&pool);
    let worker = thread::spawn(move || {
        drop(theirs);
        done.send("done").unwrap();
    });
    *pool.worker.lock().unwrap() = Some(worker);
    drop(pool);
    is_done.recv().unwrap();
}

pub fn counts_the_owners() {
    let data = Arc::new(Shared::new());
    let theirs = Arc::clone(&data);
    thread::spawn(move || theirs.set(42));
    while Arc::strong_count(&data) > 1 {
        thread::yield_now();
    }
    data.get();
}

// --- Hand-written locks and flags ---

/// Two threads that come to one cell, each by way of `enter`.
fn two_enter(enter: impl Fn(&AtomicBool) + Sync) {
    let (data, taken) = (Shared::new(), AtomicBool::new(false));
    thread::scope(|s| {
        s.spawn(|| {
            enter(&taken);
            data.set(1);
            taken.store(false, Ordering::Release);
        });
        enter(&taken);
        data.set(2);
        taken.store(false, Ordering::Release);
    });
}

pub fn goes_in_though_it_is_taken() {
    two_enter(|taken| {
        let _ = taken.compare_exchange(false, true, Ordering::Acquire, Ordering::Acquire);
    });
}

pub fn looks_and_takes_in_two_steps() {
    two_enter(|taken| {
        while taken.load(Ordering::Acquire) {}
        taken.store(true, Ordering::Relaxed);
    });
}

pub fn looks_and_takes_nothing() {
    two_enter(|taken| while taken.load(Ordering::Acquire) {});
}

pub fn lets_go_before_the_use() {
    let (data, ready) = (Shared::new(), AtomicBool::new(false));
    thread::scope(|s| {
        s.spawn(|| {
            ready.store(true, Ordering::Release);
            data.set(42);
        });
        if ready.load(Ordering::Acquire) {
            data.get();
        }
    });
}

pub fn reads_and_looks_then() {
    let (data, ready) = (Shared::new(), AtomicBool::new(false));
    thread::scope(|s| {
        s.spawn(|| {
            data.set(42);
            ready.store(true, Ordering::Release);
        });
        let value = data.get();
        let _ = ready.load(Ordering::Acquire).then_some(value);
    });
}

pub fn believes_its_own_store() {
    let (data, state) = (Shared::new(), AtomicU32::new(0));
    let publish = |value| {
        let claim = state.compare_exchange(0, 1, Ordering::Acquire, Ordering::Relaxed);
        if claim.is_ok() {
            data.set(value);
        }
        state.store(2, Ordering::Release);
    };
    thread::scope(|s| {
        s.spawn(|| publish(1));
        publish(2);
        if state.load(Ordering::Acquire) == 2 {
            data.get();
        }
    });
}

pub fn exchanges_weakly_and_once() {
    let taken = AtomicBool::new(false);
    let free = taken.compare_exchange_weak(false, true, Ordering::Acquire, Ordering::Relaxed);
    thread::spawn(|| {}).join().unwrap();
    assert!(free.is_ok(), "nobody has it, and yet it cannot be had");
}

// --- Sleepers ---

pub fn changes_without_the_lock() {
    let (left, lock, none) = (AtomicU32::new(1), Mutex::new(()), Condvar::new());
    thread::scope(|s| {
        s.spawn(|| {
            left.store(0, Ordering::SeqCst);
            none.notify_all();
        });
        let mut guard = lock.lock().unwrap();
        while left.load(Ordering::SeqCst) > 0 {
            guard = none.wait(guard).unwrap();
        }
    });
}

pub fn sleeps_with_another_lock() {
    let (items, pillow, some) = (Mutex::new(0), Mutex::new(()), Condvar::new());
    thread::scope(|s| {
        s.spawn(|| {
            *items.lock().unwrap() += 1;
            some.notify_one();
        });
        while *items.lock().unwrap() == 0 {
            drop(some.wait(pillow.lock().unwrap()).unwrap());
        }
    });
}

pub fn looks_and_sleeps_with_two_guards() {
    let (items, some) = (Mutex::new(0), Condvar::new());
    thread::scope(|s| {
        s.spawn(|| {
            *items.lock().unwrap() += 1;
            some.notify_one();
        });
        while *items.lock().unwrap() == 0 {
            drop(some.wait(items.lock().unwrap()).unwrap());
        }
    });
}

pub fn notifies_and_changes_then() {
    let (open, changed) = (Mutex::new(false), Condvar::new());
    thread::scope(|s| {
        s.spawn(|| {
            changed.notify_all();
            *open.lock().unwrap() = true;
        });
        let guard = open.lock().unwrap();
        drop(changed.wait_while(guard, |open| !*open).unwrap());
    });
}

pub fn changes_and_tells_nobody() {
    let (items, some) = (Mutex::new(0), Condvar::new());
    thread::scope(|s| {
        s.spawn(|| {
            let mut items = items.lock().unwrap();
            *items += 1;
            // Only the first one, it thinks, can have been waited for.
            if *items == 1 {
                some.notify_one();
            }
        });
        s.spawn(|| *items.lock().unwrap() += 1);
        let guard = items.lock().unwrap();
        drop(some.wait_while(guard, |items| *items < 2).unwrap());
    });
}

pub fn sleeps_alone() {
    let (free, changed) = (Mutex::new(true), Condvar::new());
    let take = || {
        let guard = free.lock().unwrap();
        let mut guard = changed.wait_while(guard, |free| !*free).unwrap();
        *guard = false;
    };
    take();
    take();
}

pub fn parks_and_is_forgotten() {
    let sleeper = thread::spawn(thread::park);
    sleeper.join().unwrap();
}

pub fn unparks_before_the_change() {
    let done = AtomicBool::new(false);
    let main = thread::current();
    thread::scope(|s| {
        s.spawn(|| {
            main.unpark();
            done.store(true, Ordering::SeqCst);
        });
        while !done.load(Ordering::SeqCst) {
            thread::park();
        }
    });
}

pub fn unparks_twice_for_two_parks() {
    let main = thread::current();
    thread::scope(|s| {
        s.spawn(|| {
            main.unpark();
            main.unpark();
        });
        thread::park();
        thread::park();
    });
}

pub fn parks_and_believes_it() {
    let done = std::sync::Arc::new(AtomicBool::new(false));
    let (main, theirs) = (thread::current(), done.clone());
    thread::spawn(move || {
        theirs.store(true, Ordering::SeqCst);
        main.unpark();
    });
    thread::park();
    assert!(done.load(Ordering::SeqCst), "it is not done");
}

// --- Channels and locks in hand ---

pub fn tries_to_send_to_nobody() {
    let (sender, receiver) = mpsc::sync_channel(0);
    thread::scope(|s| {
        s.spawn(|| sender.try_send("ready"));
        receiver.recv().unwrap();
    });
}

pub fn sends_one_for_two() {
    let (sender, receiver) = mpsc::channel();
    let receiver = Mutex::new(receiver);
    thread::scope(|s| {
        s.spawn(|| receiver.lock().unwrap().recv());
        s.spawn(|| receiver.lock().unwrap().recv());
        sender.send("stop").unwrap();
    });
}

pub fn waits_for_room_with_a_lock_in_hand() {
    let (sender, receiver) = mpsc::sync_channel(1);
    let closed = Mutex::new(false);
    thread::scope(|s| {
        s.spawn(|| {
            let _guard = closed.lock().unwrap();
            sender.send(1).unwrap();
            sender.send(2).unwrap();
        });
        *closed.lock().unwrap() = true;
        receiver.iter().take(2).for_each(drop);
    });
}

pub fn asks_a_channel_that_is_closed() {
    let (sender, receiver) = mpsc::channel::<u32>();
    drop(sender);
    while receiver.recv().is_err() {
        thread::yield_now();
    }
}

#[allow(unused_variables, unused_assignments, reason = "that is the mistake")]
pub fn changes_a_copy() {
    let pieces = Mutex::new(0);
    let deliver = |count| {
        let mut on_hand = *pieces.lock().unwrap();
        on_hand += count;
    };
    thread::scope(|s| {
        s.spawn(|| deliver(2));
        deliver(3);
    });
    assert_eq!(*pieces.lock().unwrap(), 5, "pieces are missing");
}

pub fn makes_ready_first() {
    let (pages, ready) = (Mutex::new(0), Condvar::new());
    for page in 1..=3 {
        *pages.lock().unwrap() = page;
        ready.notify_one();
    }
    thread::scope(|s| {
        s.spawn(|| *pages.lock().unwrap() = 4);
        let seen = *pages.lock().unwrap();
        assert_eq!(seen, 4, "the last page is missing");
    });
}
