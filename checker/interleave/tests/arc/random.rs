//! Random programs with the look-alike `Arc`, and the same with an `Arc` that is
//! written out on atomics as `std` has it. What they can see must be the same: the
//! look-alike leaves out the orders of owners that nobody can tell apart.

use super::seen;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::mem::{self, ManuallyDrop};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::*, fence};
use std::thread;

thread_local! {
    static ME: Cell<u32> = const { Cell::new(0) };
}

/// Who dropped the value: 0 for nobody.
static DROPPED_BY: AtomicU32 = AtomicU32::new(0);

/// A value whose drop is a step.
struct Value;

impl Drop for Value {
    fn drop(&mut self) {
        DROPPED_BY.store(ME.get() + 1, SeqCst);
    }
}

/// What an `Arc` can do.
trait Owner: Clone + Send + Sized + 'static {
    fn new() -> Self;
    fn count(&self) -> usize;
    fn is_alone(&mut self) -> bool;
    /// Gives itself back if it is not the only one.
    fn try_unwrap(self) -> Option<Self>;
    /// Whether it was the last one.
    fn into_inner(self) -> bool;
}

impl Owner for Arc<Value> {
    fn new() -> Self {
        Arc::new(Value)
    }

    fn count(&self) -> usize {
        Arc::strong_count(self)
    }

    fn is_alone(&mut self) -> bool {
        Arc::get_mut(self).is_some()
    }

    fn try_unwrap(self) -> Option<Self> {
        Arc::try_unwrap(self).map(mem::forget).err()
    }

    fn into_inner(self) -> bool {
        Arc::into_inner(self).map(mem::forget).is_some()
    }
}

struct Inner {
    count: AtomicUsize,
    value: ManuallyDrop<Value>,
}

/// The algorithm of `std`'s `Arc`, but for `Weak`. It frees nothing.
struct Reference(&'static Inner);

impl Clone for Reference {
    fn clone(&self) -> Self {
        self.0.count.fetch_add(1, Relaxed);
        Reference(self.0)
    }
}

impl Drop for Reference {
    fn drop(&mut self) {
        if self.0.count.fetch_sub(1, Release) == 1 {
            fence(Acquire);
            // It is the last one: a copy is as good as the value.
            drop(unsafe { core::ptr::read(&*self.0.value) });
        }
    }
}

impl Owner for Reference {
    fn new() -> Self {
        Reference(Box::leak(Box::new(Inner {
            count: AtomicUsize::new(1),
            value: ManuallyDrop::new(Value),
        })))
    }

    fn count(&self) -> usize {
        self.0.count.load(Relaxed)
    }

    fn is_alone(&mut self) -> bool {
        self.0.count.load(Acquire) == 1
    }

    fn try_unwrap(self) -> Option<Self> {
        if self
            .0
            .count
            .compare_exchange(1, 0, Relaxed, Relaxed)
            .is_err()
        {
            return Some(self);
        }
        fence(Acquire);
        mem::forget(self);
        None
    }

    fn into_inner(self) -> bool {
        let last = self.0.count.fetch_sub(1, Release) == 1;
        if last {
            fence(Acquire);
        }
        mem::forget(self);
        last
    }
}

/// What a thread does with its owners. It begins with one.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Clone,
    Drop,
    Count,
    IsAlone,
    TryUnwrap,
    IntoInner,
}

const DEEDS: [Deed; 6] = [
    Deed::Clone,
    Deed::Drop,
    Deed::Count,
    Deed::IsAlone,
    Deed::TryUnwrap,
    Deed::IntoInner,
];

fn act<A: Owner>(me: u32, owner: A, deeds: &[Deed]) -> Vec<usize> {
    ME.set(me);
    let mut owners = vec![owner];
    let mut saw = Vec::new();
    for deed in deeds {
        let Some(mut owner) = owners.pop() else {
            break;
        };
        match deed {
            Deed::Drop => drop(owner),
            Deed::IntoInner => saw.push(usize::from(owner.into_inner())),
            Deed::TryUnwrap => {
                let back = owner.try_unwrap();
                saw.push(usize::from(back.is_none()));
                owners.extend(back);
            }
            Deed::Clone => {
                owners.push(owner.clone());
                owners.push(owner);
            }
            Deed::Count => {
                saw.push(owner.count());
                owners.push(owner);
            }
            Deed::IsAlone => {
                saw.push(usize::from(owner.is_alone()));
                owners.push(owner);
            }
        }
    }
    saw
}

/// What each thread saw, and who dropped the value.
type Outcome = (Vec<Vec<usize>>, u32);

fn outcomes<A: Owner>(program: Vec<Vec<Deed>>) -> BTreeSet<Outcome> {
    seen(move || {
        let first = A::new();
        let threads: Vec<_> = (1..)
            .zip(&program)
            .map(|(me, deeds)| {
                let (owner, deeds) = (first.clone(), deeds.clone());
                thread::spawn(move || act(me, owner, &deeds))
            })
            .collect();
        drop(first);
        let saw = threads.into_iter().map(|t| t.join().unwrap()).collect();
        (saw, DROPPED_BY.load(SeqCst))
    })
}

/// A small generator: `xorshift` (Marsaglia, 2003).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }
}

#[test]
fn random_programs_see_what_they_see_with_an_arc_on_atomics() {
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    let mut different = 0;
    for _ in 0..150 {
        let threads = 1 + dice.below(2);
        let program: Vec<Vec<Deed>> = (0..threads)
            .map(|_| {
                let deeds = 1 + dice.below(3);
                (0..deeds).map(|_| DEEDS[dice.below(DEEDS.len())]).collect()
            })
            .collect();
        let ours = outcomes::<Arc<Value>>(program.clone());
        let theirs = outcomes::<Reference>(program.clone());
        assert_eq!(ours, theirs, "{program:?}");
        different += usize::from(ours.len() > 1);
    }
    assert!(
        different > 50,
        "most programs have one outcome: {different}"
    );
}
