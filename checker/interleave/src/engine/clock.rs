//! Vector clocks: who has seen how much of whom.

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

/// So many threads have their count in place.
const FEW: usize = 7;

/// A vector clock: for each thread, how many of its steps are known.
///
/// Clocks are copied and joined at every step, and most programs have few
/// threads. So their counts stand in an array of fixed size: no length is looked
/// at, and nothing is allocated.
#[derive(Clone, Debug)]
pub(crate) enum Clock {
    Few([u32; FEW]),
    Many(Box<[u32]>),
}

impl Default for Clock {
    fn default() -> Clock {
        Clock::Few([0; FEW])
    }
}

impl Clock {
    fn counts(&self) -> &[u32] {
        match self {
            Clock::Few(counts) => counts,
            Clock::Many(counts) => counts,
        }
    }

    /// Room for the counts of so many threads.
    fn counts_of(&mut self, threads: usize) -> &mut [u32] {
        if self.counts().len() < threads {
            let mut counts = self.counts().to_vec();
            counts.resize(threads.next_power_of_two(), 0);
            *self = Clock::Many(counts.into());
        }
        match self {
            Clock::Few(counts) => counts,
            Clock::Many(counts) => counts,
        }
    }

    /// Whether nothing is known of any thread.
    pub fn is_empty(&self) -> bool {
        self.counts().iter().all(|count| *count == 0)
    }

    pub fn get(&self, tid: Tid) -> u32 {
        self.counts().get(tid.index()).copied().unwrap_or(0)
    }

    pub fn set(&mut self, tid: Tid, value: u32) {
        self.counts_of(tid.index() + 1)[tid.index()] = value;
    }

    /// Counts one more step of `tid` and returns the new count.
    pub fn tick(&mut self, tid: Tid) -> u32 {
        let next = self.get(tid) + 1;
        self.set(tid, next);
        next
    }

    /// Learns everything that `other` knows.
    pub fn join(&mut self, other: &Clock) {
        if let (Clock::Few(mine), Clock::Few(theirs)) = (&mut *self, other) {
            for (mine, theirs) in mine.iter_mut().zip(theirs) {
                *mine = (*mine).max(*theirs);
            }
            return;
        }
        let theirs = other.counts();
        for (mine, theirs) in self.counts_of(theirs.len()).iter_mut().zip(theirs) {
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
        // From few to many, and from many to few.
        let mut c = b.clone();
        c.join(&a);
        a.join(&b);
        assert_eq!((c.get(Tid(0)), c.get(Tid(9)), c.get(Tid(4))), (3, 7, 0));
        assert_eq!((a.get(Tid(0)), a.get(Tid(9)), a.get(Tid(4))), (3, 7, 0));
    }
}
