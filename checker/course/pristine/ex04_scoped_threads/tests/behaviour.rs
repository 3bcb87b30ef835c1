//! Your functions on real threads, with slices of all lengths.

use ex04::{both_halves, both_halves_mut};
use testkit::watchdog;

/// The signatures that you keep.
fn _signatures<'a, T: Sync, R: Send>(items: &'a [T], work: impl Fn(&[T]) -> R + Sync + 'a) {
    let _: (R, R) = both_halves::<T, R, _>(items, work);
}

fn _signatures_mut<'a, T: Send>(items: &'a mut [T], change: impl Fn(&mut [T]) + Sync + 'a) {
    let () = both_halves_mut::<T, _>(items, change);
}

/// A reading that cannot be cloned.
#[derive(Debug, PartialEq)]
struct Reading(i64);

fn readings(count: i64) -> Vec<Reading> {
    (0..count).map(Reading).collect()
}

fn values(half: &[Reading]) -> Vec<i64> {
    half.iter().map(|reading| reading.0).collect()
}

#[test]
fn the_left_answer_comes_first() {
    watchdog(|| {
        assert_eq!(
            both_halves(&readings(4), values),
            (vec![0, 1], vec![2, 3]),
            "the left and the right half of 0, 1, 2, 3"
        );
    });
}

#[test]
fn the_one_in_the_middle_belongs_to_the_right_half() {
    watchdog(|| {
        assert_eq!(
            both_halves(&readings(5), values),
            (vec![0, 1], vec![2, 3, 4]),
            "the left and the right half of 0, 1, 2, 3, 4"
        );
    });
}

#[test]
fn few_items_or_none() {
    watchdog(|| {
        assert_eq!(
            both_halves(&readings(0), values),
            (vec![], vec![]),
            "of no items"
        );
        assert_eq!(
            both_halves(&readings(1), values),
            (vec![], vec![0]),
            "of one item"
        );

        let mut none: [Reading; 0] = [];
        both_halves_mut(&mut none, |_| ());
        let mut one = [Reading(1)];
        both_halves_mut(&mut one, |half| {
            half.iter_mut().for_each(|reading| reading.0 += 1)
        });
        assert_eq!(one, [Reading(2)], "the only item, 1, was to become 2");
    });
}

#[test]
fn the_work_may_borrow_from_the_caller() {
    watchdog(|| {
        let limit = Reading(7_000);
        let readings = readings(10_001);
        let (left, right) = both_halves(&readings, |half| {
            half.iter().filter(|reading| reading.0 > limit.0).count()
        });
        assert_eq!(
            (left, right),
            (0, 3_000),
            "how many of 0 to 10,000 are above {limit:?}"
        );
    });
}

#[test]
fn the_items_are_not_copied() {
    watchdog(|| {
        let readings = readings(10);
        let (left, right) = both_halves(&readings, |half| half.as_ptr() as usize);
        let place_of = |index: usize| &raw const readings[index] as usize;
        assert_eq!(
            (left, right),
            (place_of(0), place_of(5)),
            "`work` was given items in another place of the memory than those of the caller"
        );
    });
}

#[test]
fn every_item_is_changed_once() {
    watchdog(|| {
        for count in 0..20 {
            let mut readings = readings(count);
            both_halves_mut(&mut readings, |half| {
                for reading in half {
                    reading.0 += 100;
                }
            });
            let expected: Vec<i64> = (100..100 + count).collect();
            assert_eq!(
                values(&readings),
                expected,
                "0 to {count}, with 100 added to each"
            );
        }
    });
}

#[test]
fn the_changes_are_made_in_two_halves() {
    watchdog(|| {
        let mut readings = readings(5);
        both_halves_mut(&mut readings, |half| {
            let length = i64::try_from(half.len()).unwrap();
            half.fill_with(|| Reading(length));
        });
        assert_eq!(
            values(&readings),
            [2, 2, 3, 3, 3],
            "each of 5 items was to become the length of the half to which it belongs"
        );
    });
}
