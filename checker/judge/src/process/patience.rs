//! When a program's time is up.
//!
//! A verdict must not depend on how busy the machine is. A program that waits has
//! its deadline by the clock on the wall. One that still works is not to blame
//! for a processor that it does not get: its deadline is the same, in processor
//! time. Where the system does not tell them apart, the wall clock decides.

use std::time::Duration;

/// A program is looked at for so long before it counts as waiting.
const LOOK: Duration = Duration::from_millis(500);
/// A working program is given so many deadlines by the wall clock, no more.
const MOST: u32 = 6;

/// What a program has done so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Work {
    /// Its processor time.
    pub used: Duration,
    /// Whether one of its threads would run if it were given a processor.
    pub runnable: bool,
}

pub(super) struct Patience {
    deadline: Duration,
    look: Duration,
    used: Option<Duration>,
    last_at_work: Duration,
}

impl Patience {
    pub(super) fn new(deadline: Duration) -> Self {
        Self {
            deadline,
            look: LOOK.min(deadline / 4),
            used: None,
            last_at_work: Duration::ZERO,
        }
    }

    /// Whether the time of a program is up that has been running for `elapsed`.
    /// `work` finds out what it does; it is asked near the deadline only.
    pub(super) fn is_over(
        &mut self,
        elapsed: Duration,
        work: impl FnOnce() -> Option<Work>,
    ) -> bool {
        if elapsed + self.look < self.deadline {
            return false;
        }
        let Some(work) = work() else {
            return elapsed >= self.deadline;
        };
        if work.runnable || self.used != Some(work.used) {
            self.last_at_work = elapsed;
        }
        self.used = Some(work.used);
        let at_work = elapsed.saturating_sub(self.last_at_work) < self.look;
        let in_time = work.used < self.deadline && elapsed < self.deadline * MOST;
        elapsed >= self.deadline && !(at_work && in_time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    /// The second in which the time of a program is up that does `work`.
    fn over(work: impl Fn(Duration) -> Option<Work>) -> Duration {
        let mut patience = Patience::new(10 * SECOND);
        (0..10_000)
            .map(|n| n * SECOND / 10)
            .find(|elapsed| patience.is_over(*elapsed, || work(*elapsed)))
            .unwrap()
    }

    #[test]
    fn one_that_waits_has_the_wall_clock() {
        let waits = |_| {
            Some(Work {
                used: SECOND,
                runnable: false,
            })
        };
        assert_eq!(over(waits), 10 * SECOND);
    }

    #[test]
    fn one_that_works_undisturbed_has_as_much() {
        let works = |elapsed| {
            Some(Work {
                used: elapsed,
                runnable: true,
            })
        };
        assert_eq!(over(works), 10 * SECOND);
    }

    #[test]
    fn one_that_seldom_gets_a_processor_has_longer() {
        let starves = |elapsed| {
            Some(Work {
                used: elapsed / 4,
                runnable: true,
            })
        };
        assert_eq!(over(starves), 40 * SECOND);
        // Caught asleep each time, but its processor time grows.
        let naps = |elapsed| {
            Some(Work {
                used: elapsed / 4,
                runnable: false,
            })
        };
        assert_eq!(over(naps), 40 * SECOND);
    }

    #[test]
    fn many_threads_have_no_less() {
        let four_at_once = |elapsed| {
            Some(Work {
                used: 4 * elapsed,
                runnable: true,
            })
        };
        assert_eq!(over(four_at_once), 10 * SECOND);
    }

    #[test]
    fn nobody_has_for_ever() {
        let hardly_works = |elapsed| {
            Some(Work {
                used: elapsed / 100,
                runnable: true,
            })
        };
        assert_eq!(over(hardly_works), 60 * SECOND);
    }

    #[test]
    fn where_nothing_is_known_the_wall_clock_decides() {
        assert_eq!(over(|_| None), 10 * SECOND);
    }

    #[test]
    fn one_that_stops_working_late_is_noticed() {
        let works_then_waits = |elapsed: Duration| {
            Some(Work {
                used: elapsed.min(15 * SECOND) / 4,
                runnable: elapsed < 15 * SECOND,
            })
        };
        let over = over(works_then_waits);
        assert!(over > 15 * SECOND && over < 16 * SECOND, "{over:?}");
    }
}
