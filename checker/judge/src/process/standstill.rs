//! A program that stands still for good.
//!
//! A thread that waits for a lock, a channel, a join or a condition, and without a
//! time limit, goes on only when another thread of its program lets it. If all wait
//! like that at the same moment, none ever goes on: there is no need to sit out the
//! deadline.
//!
//! The threads cannot be looked at in one moment, but one after another, twice. A
//! thread that has not run between its two looks has waited all the time between
//! them. If that holds for every thread, then all of them waited at the moment when
//! the first round of looks was over.

use std::time::Duration;

/// How long to wait between two rounds of looks. No verdict depends on it.
const PAUSE: Duration = Duration::from_millis(50);

/// A thread that waits without a time limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Waiting {
    /// Its number.
    pub thread: u32,
    /// How often it has been put to sleep so far: the same number twice means that
    /// it has not run in between.
    pub switches: u64,
}

/// The rounds of looks at one program.
#[derive(Debug, Default)]
pub(super) struct Standstill {
    last: Option<Vec<Waiting>>,
    looked: Duration,
}

impl Standstill {
    /// Whether the program that has been running for `elapsed` stands still for
    /// good. `look` gives all of its threads, or `None` if one of them might still
    /// go on by itself.
    pub(super) fn is_certain(
        &mut self,
        elapsed: Duration,
        look: impl FnOnce() -> Option<Vec<Waiting>>,
    ) -> bool {
        if elapsed < self.looked + PAUSE {
            return false;
        }
        self.looked = elapsed;
        let now = look();
        let certain = now.is_some() && now == self.last;
        self.last = now;
        certain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOMENT: Duration = PAUSE;

    fn waiting(thread: u32, switches: u64) -> Waiting {
        Waiting { thread, switches }
    }

    /// Whether the looks, one after another, end in certainty, and at which.
    fn certain_at(looks: &[Option<&[Waiting]>]) -> Option<usize> {
        let mut standstill = Standstill::default();
        looks.iter().zip(1..).position(|(look, round)| {
            standstill.is_certain(round * MOMENT, || look.map(<[_]>::to_vec))
        })
    }

    #[test]
    fn two_looks_that_are_alike_are_needed() {
        let all = [waiting(1, 5), waiting(2, 3)];
        assert_eq!(certain_at(&[Some(&all)]), None);
        assert_eq!(certain_at(&[Some(&all), Some(&all)]), Some(1));
        assert_eq!(certain_at(&[None, Some(&all), Some(&all)]), Some(2));
    }

    #[test]
    fn one_that_ran_in_between_may_have_woken_another() {
        let before = [waiting(1, 5), waiting(2, 3)];
        let after = [waiting(1, 5), waiting(2, 4)];
        assert_eq!(certain_at(&[Some(&before), Some(&after)]), None);
        let looks = [Some(&before[..]), Some(&after), Some(&after)];
        assert_eq!(certain_at(&looks), Some(2));
    }

    #[test]
    fn one_that_is_new_or_gone_counts() {
        let (one, two) = ([waiting(1, 5)], [waiting(1, 5), waiting(2, 3)]);
        assert_eq!(certain_at(&[Some(&one), Some(&two)]), None);
        assert_eq!(certain_at(&[Some(&two), Some(&one)]), None);
    }

    #[test]
    fn one_that_may_go_on_by_itself_starts_it_all_over() {
        let all = [waiting(1, 5)];
        assert_eq!(certain_at(&[Some(&all), None, Some(&all)]), None);
    }

    #[test]
    fn it_does_not_look_all_the_time() {
        let mut standstill = Standstill::default();
        assert!(!standstill.is_certain(MOMENT / 2, || panic!("too early")));
        assert!(!standstill.is_certain(MOMENT, || Some(vec![])));
        assert!(!standstill.is_certain(MOMENT * 3 / 2, || panic!("too early")));
    }
}
