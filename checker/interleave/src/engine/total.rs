//! The single total order of `SeqCst` operations, as far as it is laid.
//!
//! C++20 demands one total order of all `SeqCst` loads, stores and fences that
//! agrees with what each atomic shows (coherence) and with happens-before where
//! program order is at both of its ends. It need not be the order in which the
//! operations run: a relaxed flag may be seen before the `SeqCst` store that
//! stands before it. So the order is kept as a graph of what must come before
//! what, and an operation may do whatever closes no circle. Compare the relation
//! psc of Lahav et al., "Repairing Sequential Consistency in C/C++11" (PLDI 2017).
//!
//! A fence stands for its surroundings. Where one access to an atomic comes before
//! another in its history, each of these comes before each of those:
//!
//! - the first access itself, if it is `SeqCst`, and the fences that happen before it;
//! - the second one itself, if it is `SeqCst`, and the fences that it happens before.

use super::clock::{Clock, Tid};

/// A `SeqCst` load, store or fence: so many-th of its thread.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Access {
    pub tid: Tid,
    pub number: u32,
}

/// A `SeqCst` fence that has run.
struct Fence {
    number: u32,
    /// All that happens before it.
    hb: Clock,
}

/// See the module.
#[derive(Default)]
pub(crate) struct TotalOrder {
    /// For each thread, for each of its operations: all those that come before.
    before: Vec<Vec<Clock>>,
    /// The fences of each thread, in order.
    fences: Vec<Vec<Fence>>,
}

impl TotalOrder {
    /// The next operation of the thread.
    pub fn next_of(&self, tid: Tid) -> Access {
        let so_far = self.before.get(tid.index()).map_or(0, Vec::len);
        Access {
            tid,
            number: 1 + u32::try_from(so_far).expect("few steps"),
        }
    }

    /// Adds an operation, and all that comes before it, to those that come before
    /// something.
    pub fn include(&self, access: Access, in_clock: &mut Clock) {
        if in_clock.get(access.tid) < access.number {
            in_clock.set(access.tid, access.number);
        }
        in_clock.join(&self.before[access.tid.index()][access.number as usize - 1]);
    }

    /// Adds all that comes before the operations in the clock.
    pub fn close(&self, in_clock: &mut Clock) {
        for (index, accesses) in self.before.iter().enumerate() {
            let tid = Tid(u32::try_from(index).expect("few threads"));
            let number = in_clock.get(tid);
            if number > 0 {
                in_clock.join(&accesses[number as usize - 1]);
            }
        }
    }

    /// The first fence of each thread that the step of `tid` at its own count
    /// `time` happens before. Its later fences come after that one.
    pub fn fences_after(&self, tid: Tid, time: u32) -> impl Iterator<Item = Access> {
        self.fences
            .iter()
            .enumerate()
            .filter_map(move |(index, fences)| {
                let first = fences.partition_point(|fence| fence.hb.get(tid) < time);
                Some(Access {
                    tid: Tid(u32::try_from(index).expect("few threads")),
                    number: fences.get(first)?.number,
                })
            })
    }

    /// Lays the next operation of a thread behind those in `before`, and before
    /// those in `after`, which the caller knows to close no circle.
    pub fn lay(&mut self, tid: Tid, before: Clock, after: &[Access]) {
        let access = self.next_of(tid);
        while self.before.len() <= tid.index() {
            self.before.push(Vec::new());
        }
        let mut earlier = before.clone();
        earlier.set(tid, access.number);
        self.before[tid.index()].push(before);
        self.put_before(&earlier, after);
    }

    /// Lays the next operation of a thread, a fence, behind those in `before`.
    /// `hb` is all that happens before it.
    pub fn lay_fence(&mut self, tid: Tid, before: Clock, hb: Clock) {
        let number = self.next_of(tid).number;
        self.lay(tid, before, &[]);
        while self.fences.len() <= tid.index() {
            self.fences.push(Vec::new());
        }
        self.fences[tid.index()].push(Fence { number, hb });
    }

    /// Puts the operations in `earlier`, a clock that is closed, before those in
    /// `after`, which the caller knows to close no circle.
    pub fn put_before(&mut self, earlier: &Clock, after: &[Access]) {
        if after.is_empty() {
            return;
        }
        for (index, accesses) in self.before.iter_mut().enumerate() {
            for (number, known) in accesses.iter_mut().enumerate() {
                let follows = after.iter().any(|first| {
                    let itself = first.tid.index() == index && first.number as usize == number + 1;
                    itself || known.get(first.tid) >= first.number
                });
                if follows {
                    known.join(earlier);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_before_is_passed_on() {
        let (a, b, c) = (Tid(0), Tid(1), Tid(2));
        let mut order = TotalOrder::default();
        order.lay(a, Clock::default(), &[]);
        let first = Access { tid: a, number: 1 };
        let mut behind_first = Clock::default();
        order.include(first, &mut behind_first);
        order.lay(b, behind_first, &[]);
        // It runs last, but comes first.
        order.lay(c, Clock::default(), &[first]);
        let mut behind_second = Clock::default();
        order.include(Access { tid: b, number: 1 }, &mut behind_second);
        assert_eq!(
            [a, b, c].map(|tid| behind_second.get(tid)),
            [1, 1, 1],
            "{behind_second:?}"
        );
    }
}
