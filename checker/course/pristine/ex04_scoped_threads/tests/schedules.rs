//! Both halves, and every order in which two threads can work on them. These tests run
//! your functions again and again, and let another thread go first each time.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex04;

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Tells whether two threads were ever in the same place at the same time.
#[derive(Default)]
struct Meeting {
    present: AtomicUsize,
    met: AtomicBool,
}

impl Meeting {
    fn come_and_go(&self) {
        if self.present.fetch_add(1, Ordering::SeqCst) == 1 {
            self.met.store(true, Ordering::SeqCst);
        }
        self.present.fetch_sub(1, Ordering::SeqCst);
    }

    fn took_place(&self) -> bool {
        self.met.load(Ordering::SeqCst)
    }
}

#[test]
fn each_answer_belongs_to_its_half() {
    interleave::explore(|| {
        let (left, right) = ex04::both_halves(&[10, 20, 30], <[i32]>::to_vec);
        assert_eq!(
            (left, right),
            (vec![10], vec![20, 30]),
            "the left half of 10, 20, 30 is 10, and the right half is 20, 30, \
             whichever thread is the faster one"
        );
    });
}

#[test]
fn both_halves_are_worked_on_at_the_same_time() {
    interleave::explore(|| {
        let meeting = Meeting::default();
        ex04::both_halves(&[10, 20], |_| meeting.come_and_go());
        sometimes!(
            meeting.took_place(),
            "`work` is busy with both halves at the same time"
        );
    });
}

#[test]
fn every_item_is_changed_once() {
    interleave::explore(|| {
        let mut readings = [10, 20, 30];
        ex04::both_halves_mut(&mut readings, |half| {
            for reading in half {
                *reading += 1;
            }
        });
        assert_eq!(readings, [11, 21, 31], "10, 20, 30, with 1 added to each");
    });
}

#[test]
fn both_halves_are_changed_at_the_same_time() {
    interleave::explore(|| {
        let meeting = Meeting::default();
        ex04::both_halves_mut(&mut [10, 20], |_| meeting.come_and_go());
        sometimes!(
            meeting.took_place(),
            "`change` is busy with both halves at the same time"
        );
    });
}

use std::{fmt::Debug, hash::Hash};

/// The signatures of the task hold here as well: what a test compares is what it seems to be.
/// Bounds are the business of other tests, so what is handed over here meets nearly all.
fn _signature<T, R, F>(items: &[T], work: F)
where
    T: Copy + Default + Ord + Hash + Debug + Send + Sync + 'static,
    R: Copy + Default + Ord + Hash + Debug + Send + Sync + 'static,
    F: Fn(&[T]) -> R + Copy + Debug + Send + Sync + 'static,
{
    let _: (R, R) = ex04::both_halves(items, work);
}
fn _signature_mut<T, F>(items: &mut [T], change: F)
where
    T: Copy + Default + Ord + Hash + Debug + Send + Sync + 'static,
    F: Fn(&mut [T]) + Copy + Debug + Send + Sync + 'static,
{
    let () = ex04::both_halves_mut(items, change);
}
