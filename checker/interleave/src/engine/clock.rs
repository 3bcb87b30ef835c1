//! Vector clocks: who has seen how much of whom.

use smallvec::SmallVec;

/// The number of a thread within one execution, in order of creation. The
/// body runs as thread 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub(crate) struct Tid(pub u32);

impl Tid {
    /// The thread that runs the body of the test.
    pub const MAIN: Tid = Tid(0);

    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A vector clock: for each thread, how many of its steps are known.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub(crate) struct Clock(SmallVec<[u32; 6]>);

impl Clock {
    pub fn get(&self, tid: Tid) -> u32 {
        self.0.get(tid.index()).copied().unwrap_or(0)
    }

    pub fn set(&mut self, tid: Tid, value: u32) {
        if self.0.len() <= tid.index() {
            self.0.resize(tid.index() + 1, 0);
        }
        self.0[tid.index()] = value;
    }

    /// Counts one more step of `tid` and returns the new count.
    pub fn tick(&mut self, tid: Tid) -> u32 {
        let next = self.get(tid) + 1;
        self.set(tid, next);
        next
    }

    /// Learns everything that `other` knows.
    pub fn join(&mut self, other: &Clock) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine = (*mine).max(*theirs);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joining_keeps_the_larger_count_of_each_thread() {
        let (mut a, mut b) = (Clock::default(), Clock::default());
        a.set(Tid(0), 3);
        b.set(Tid(0), 1);
        b.set(Tid(9), 7);
        a.join(&b);
        assert_eq!((a.get(Tid(0)), a.get(Tid(9)), a.get(Tid(4))), (3, 7, 0));
    }
}
