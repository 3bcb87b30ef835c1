//! Hand-written primitives. Each is accepted with the orderings that it needs,
//! and rejected with any one of them weakened.
#![allow(clippy::pedantic, unsafe_code)]

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

mod common;

use interleave::{Explorer, FailureKind, Outcome};
use std::cell::{Cell, UnsafeCell};
use std::mem::MaybeUninit;
use std::ops::Deref;
use std::ptr::NonNull;
use std::sync::Arc;
use std::sync::atomic::{
    AtomicBool, AtomicPtr, AtomicU32, AtomicUsize, Ordering, Ordering::*, fence,
};
use std::thread;

/// The body with the right orderings passes. With any one of them weakened to
/// `Relaxed` it fails.
fn needs_every_ordering<const N: usize>(right: [Ordering; N], body: fn([Ordering; N])) {
    if let Outcome::Failed(report) = Explorer::new().run(move || body(right)) {
        panic!("a right one is rejected:\n{}", report.story());
    }
    for index in 0..N {
        let mut weak = right;
        weak[index] = Relaxed;
        if let Outcome::Passed(coverage) = Explorer::new().run(move || body(weak)) {
            panic!("accepted with {weak:?}, where {right:?} is needed: {coverage:?}");
        }
    }
}

/// A mutex: [lock, unlock].
struct Spin<T> {
    locked: AtomicBool,
    value: UnsafeCell<T>,
    orders: [Ordering; 2],
}

unsafe impl<T: Send> Sync for Spin<T> {}

impl<T> Spin<T> {
    fn new(value: T, orders: [Ordering; 2]) -> Spin<T> {
        Spin {
            locked: AtomicBool::new(false),
            value: UnsafeCell::new(value),
            orders,
        }
    }

    fn with<R>(&self, f: impl FnOnce(&mut T) -> R) -> R {
        while self.locked.swap(true, self.orders[0]) {
            std::hint::spin_loop();
        }
        let result = f(unsafe { &mut *self.value.get() });
        self.locked.store(false, self.orders[1]);
        result
    }
}

#[test]
fn a_mutex() {
    needs_every_ordering([Acquire, Release], |orders| {
        let total = Spin::new(0, orders);
        thread::scope(|s| {
            for _ in 0..2 {
                s.spawn(|| total.with(|n| *n += 1));
            }
        });
        assert_eq!(total.value.into_inner(), 2);
    });
}

#[test]
fn a_mutex_whose_guard_keeps_the_pointer() {
    struct Guard<'a>(&'a Spin<u32>, &'a mut u32);
    impl Drop for Guard<'_> {
        fn drop(&mut self) {
            self.0.locked.store(false, self.0.orders[1]);
        }
    }
    fn lock(spin: &Spin<u32>) -> Guard<'_> {
        while spin
            .locked
            .compare_exchange_weak(false, true, spin.orders[0], Relaxed)
            .is_err()
        {}
        Guard(spin, unsafe { &mut *spin.value.get() })
    }
    needs_every_ordering([Acquire, Release], |orders| {
        let total = Spin::new(0, orders);
        thread::scope(|s| {
            for _ in 0..2 {
                s.spawn(|| {
                    let guard = lock(&total);
                    thread::yield_now();
                    *guard.1 += 1;
                });
            }
        });
        assert_eq!(*lock(&total).1, 2);
    });
}

/// A reader-writer lock: [read, unread, write, unwrite].
struct Shared {
    /// Readers inside; `u32::MAX` for a writer.
    state: AtomicU32,
    value: UnsafeCell<u32>,
    orders: [Ordering; 4],
}

unsafe impl Sync for Shared {}

impl Shared {
    fn read(&self, inside: &AtomicU32) -> (u32, u32) {
        loop {
            let now = self.state.load(Relaxed);
            if now != u32::MAX
                && self
                    .state
                    .compare_exchange(now, now + 1, self.orders[0], Relaxed)
                    .is_ok()
            {
                break;
            }
        }
        let others = inside.fetch_add(1, Relaxed);
        let value = unsafe { *self.value.get() };
        inside.fetch_sub(1, Relaxed);
        self.state.fetch_sub(1, self.orders[1]);
        (value, others)
    }

    fn write(&self, value: u32) {
        while self
            .state
            .compare_exchange(0, u32::MAX, self.orders[2], Relaxed)
            .is_err()
        {}
        unsafe { *self.value.get() = value };
        self.state.store(0, self.orders[3]);
    }
}

#[test]
fn a_reader_writer_lock_lets_many_readers_in() {
    needs_every_ordering([Acquire, Release, Acquire, Release], |orders| {
        let shared = Shared {
            state: AtomicU32::new(0),
            value: UnsafeCell::new(1),
            orders,
        };
        let inside = AtomicU32::new(0);
        let two_inside = AtomicBool::new(false);
        thread::scope(|s| {
            for _ in 0..2 {
                s.spawn(|| {
                    let (value, others) = shared.read(&inside);
                    assert!(value == 1 || value == 2);
                    two_inside.fetch_or(others == 1, Relaxed);
                });
            }
            // A second writer, for the first one's `Acquire` is needed only
            // by a write that must not come before another's.
            s.spawn(|| shared.write(2));
        });
        sometimes!(two_inside.load(Relaxed), "two readers are inside at once");
    });
}

/// A one-shot channel: [send, receive].
#[test]
fn a_one_shot_channel() {
    struct OneShot {
        ready: AtomicBool,
        message: UnsafeCell<MaybeUninit<u32>>,
    }
    unsafe impl Sync for OneShot {}
    needs_every_ordering([Release, Acquire], |[send, receive]| {
        let channel = Arc::new(OneShot {
            ready: AtomicBool::new(false),
            message: UnsafeCell::new(MaybeUninit::uninit()),
        });
        let theirs = Arc::clone(&channel);
        thread::spawn(move || {
            unsafe { (*theirs.message.get()).write(7) };
            theirs.ready.store(true, send);
        });
        while !channel.ready.load(receive) {
            thread::yield_now();
        }
        assert_eq!(unsafe { (*channel.message.get()).assume_init_read() }, 7);
    });
}

/// The same with fences around relaxed operations: [before the store, after the
/// load].
#[test]
fn a_value_handed_over_by_fences() {
    struct Place {
        ready: AtomicBool,
        value: UnsafeCell<u32>,
    }
    unsafe impl Sync for Place {}
    impl Place {
        // A closure borrows the whole place for it.
        fn value(&self) -> &UnsafeCell<u32> {
            &self.value
        }
    }
    needs_every_ordering([Release, Acquire], |[before, after]| {
        let place = Place {
            ready: AtomicBool::new(false),
            value: UnsafeCell::new(0),
        };
        thread::scope(|s| {
            s.spawn(|| {
                unsafe { *place.value().get() = 7 };
                fence_of(before);
                place.ready.store(true, Relaxed);
            });
            if place.ready.load(Relaxed) {
                fence_of(after);
                assert_eq!(unsafe { *place.value().get() }, 7);
            }
        });
    });
}

/// A fence says nothing of what the thread does on its other side.
#[test]
fn a_fence_on_the_wrong_side_orders_nothing() {
    struct Place {
        ready: AtomicBool,
        value: UnsafeCell<u32>,
    }
    unsafe impl Sync for Place {}
    impl Place {
        // A closure borrows the whole place for it.
        fn value(&self) -> &UnsafeCell<u32> {
            &self.value
        }
    }
    for [write_late, read_early] in [[true, false], [false, true]] {
        let outcome = Explorer::new().run(move || {
            let place = Place {
                ready: AtomicBool::new(false),
                value: UnsafeCell::new(0),
            };
            thread::scope(|s| {
                s.spawn(|| {
                    if write_late {
                        fence(Release);
                    }
                    unsafe { *place.value().get() = 7 };
                    if !write_late {
                        fence(Release);
                    }
                    place.ready.store(true, Relaxed);
                });
                if place.ready.load(Relaxed) {
                    if !read_early {
                        fence(Acquire);
                    }
                    let _ = unsafe { *place.value().get() };
                    if read_early {
                        fence(Acquire);
                    }
                }
            });
        });
        let Outcome::Failed(report) = outcome else {
            panic!("late {write_late}, early {read_early}: it must fail");
        };
        assert!(report.message().contains("data race"), "{}", report.story());
    }
}

/// A flag that is no atomic is no step to the explorer. Some schedules switch
/// between steps as well, and see a reader who trusts it.
#[test]
fn a_plain_flag_hands_nothing_over() {
    struct Place {
        ready: Cell<bool>,
        value: UnsafeCell<u32>,
    }
    unsafe impl Sync for Place {}
    impl Place {
        fn publish(&self) {
            unsafe { *self.value.get() = 7 };
            self.ready.set(true);
        }
        fn get(&self) -> Option<u32> {
            self.ready.get().then(|| unsafe { *self.value.get() })
        }
    }
    let outcome = Explorer::new().run(|| {
        let place = Place {
            ready: Cell::new(false),
            value: UnsafeCell::new(0),
        };
        thread::scope(|s| {
            s.spawn(|| place.publish());
            place.get();
        });
    });
    let Outcome::Failed(report) = outcome else {
        panic!("it must fail");
    };
    assert!(report.message().contains("data race"), "{}", report.story());
}

/// A reference-counted pointer: [release in drop, acquire before the free].
struct Counted {
    inner: NonNull<CountedInner>,
    orders: [Ordering; 2],
}

struct CountedInner {
    count: AtomicUsize,
    value: Payload,
}

/// What the tests keep in it: reads and the drop are seen by the explorer.
struct Payload(UnsafeCell<u32>);

impl Drop for Payload {
    fn drop(&mut self) {
        *self.0.get_mut() = 0;
    }
}

unsafe impl Send for Counted {}

impl Counted {
    fn new(value: u32, orders: [Ordering; 2]) -> Counted {
        let inner = Box::new(CountedInner {
            count: AtomicUsize::new(1),
            value: Payload(UnsafeCell::new(value)),
        });
        Counted {
            inner: NonNull::from(Box::leak(inner)),
            orders,
        }
    }
}

impl Clone for Counted {
    fn clone(&self) -> Counted {
        unsafe { self.inner.as_ref() }.count.fetch_add(1, Relaxed);
        Counted { ..*self }
    }
}

impl Deref for Counted {
    type Target = u32;

    fn deref(&self) -> &u32 {
        unsafe { &*self.inner.as_ref().value.0.get() }
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        if unsafe { self.inner.as_ref() }
            .count
            .fetch_sub(1, self.orders[0])
            == 1
        {
            fence_of(self.orders[1]);
            drop(unsafe { Box::from_raw(self.inner.as_ptr()) });
        }
    }
}

/// A fence, or none where a fence cannot be weakened further.
fn fence_of(order: Ordering) {
    if order != Relaxed {
        fence(order);
    }
}

#[test]
fn a_counted_pointer() {
    needs_every_ordering([Release, Acquire], |orders| {
        let here = Counted::new(5, orders);
        let there = here.clone();
        let thread = thread::spawn(move || assert_eq!(*there, 5));
        assert_eq!(*here, 5);
        drop(here);
        thread.join().unwrap();
    });
}

#[test]
fn a_use_after_free_and_a_double_free_are_named() {
    for (twice, says) in [(false, "use after free"), (true, "double free")] {
        let outcome = Explorer::new().run(move || {
            let here = Counted::new(5, [Release, Acquire]);
            // A copy that is not counted.
            let there = Counted { ..here };
            drop(here);
            if !twice {
                let _ = *there;
            }
            std::mem::forget(there);
            // Out of the optimiser's sight, or nothing is left of it.
            let block = std::hint::black_box(Box::into_raw(Box::new(1)));
            for _ in 0..2 {
                drop(unsafe { Box::from_raw(block) });
            }
        });
        let Outcome::Failed(report) = outcome else {
            panic!("it must fail");
        };
        assert!(report.message().contains(says), "{}", report.story());
        // There is one schedule, and no luck in it.
        assert_eq!(report.kind(), FailureKind::WrongAnswer);
    }
}

/// A ring for one producer and one consumer:
/// [load head, store tail, load tail, store head].
#[test]
fn a_ring_for_one_producer_and_one_consumer() {
    struct Ring {
        slots: [UnsafeCell<Option<u32>>; 1],
        head: AtomicUsize,
        tail: AtomicUsize,
        orders: [Ordering; 4],
    }
    unsafe impl Sync for Ring {}
    impl Ring {
        fn push(&self, value: u32) -> bool {
            let tail = self.tail.load(Relaxed);
            if tail - self.head.load(self.orders[0]) == self.slots.len() {
                return false;
            }
            unsafe { *self.slots[tail % self.slots.len()].get() = Some(value) };
            self.tail.store(tail + 1, self.orders[1]);
            true
        }
        fn pop(&self) -> Option<u32> {
            let head = self.head.load(Relaxed);
            if head == self.tail.load(self.orders[2]) {
                return None;
            }
            let value = unsafe { (*self.slots[head % self.slots.len()].get()).take() };
            self.head.store(head + 1, self.orders[3]);
            value
        }
    }
    needs_every_ordering([Acquire, Release, Acquire, Release], |orders| {
        let ring = Ring {
            slots: [const { UnsafeCell::new(None) }; 1],
            head: AtomicUsize::new(0),
            tail: AtomicUsize::new(0),
            orders,
        };
        thread::scope(|s| {
            s.spawn(|| {
                for value in 1..=2 {
                    while !ring.push(value) {
                        thread::yield_now();
                    }
                }
            });
            for value in 1..=2 {
                let got = loop {
                    if let Some(got) = ring.pop() {
                        break got;
                    }
                    thread::yield_now();
                };
                assert_eq!(got, value);
            }
        });
    });
}

/// A sequence lock. The data are atomics: in Rust nothing else may be read
/// while it may be written. After Boehm, "Can Seqlocks Get Along with
/// Programming Language Memory Models?" (MSPC 2012):
/// [fence of the writer, end of the write, begin of the read, fence of the reader].
#[test]
fn a_sequence_lock() {
    needs_every_ordering([Release, Release, Acquire, Acquire], |orders| {
        let sequence = AtomicU32::new(0);
        let data = [AtomicU32::new(0), AtomicU32::new(0)];
        let read = || loop {
            let before = sequence.load(orders[2]);
            if before % 2 == 1 {
                thread::yield_now();
                continue;
            }
            let values = (data[0].load(Relaxed), data[1].load(Relaxed));
            fence_of(orders[3]);
            if sequence.load(Relaxed) == before {
                return values;
            }
        };
        thread::scope(|s| {
            s.spawn(|| {
                sequence.store(1, Relaxed);
                fence_of(orders[0]);
                data[0].store(1, Relaxed);
                data[1].store(1, Relaxed);
                sequence.store(2, orders[1]);
            });
            let (a, b) = read();
            assert_eq!(a, b, "a torn read");
        });
    });
}

/// A pointer that is published: [publish, take].
#[test]
fn a_published_pointer() {
    needs_every_ordering([Release, Acquire], |[publish, take]| {
        let place = AtomicPtr::new(std::ptr::null_mut::<UnsafeCell<u32>>());
        thread::scope(|s| {
            s.spawn(|| {
                let new = Box::into_raw(Box::new(UnsafeCell::new(0)));
                unsafe { *(*new).get() = 3 };
                place.store(new, publish);
            });
            s.spawn(|| {
                let seen = place.load(take);
                if !seen.is_null() {
                    assert_eq!(unsafe { *(*seen).get() }, 3);
                }
            });
        });
        drop(unsafe { Box::from_raw(place.into_inner()) });
    });
}
