//! The same bank, with every order in which its clerks can take turns.
//!
//! In this file, and in yours as it is compiled here, `std` is the explorer's
//! look-alike. The explorer decides which thread runs next, and tries all the
//! orders that matter. A deadlock that needs bad luck elsewhere is found here
//! every time, and you see who holds what and who waits for whom.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex18;

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::thread;

use ex18::Bank;

/// Notices when two transfers are being approved at the same time.
struct FraudDepartment {
    busy: AtomicUsize,
    two_at_once: AtomicBool,
}

impl FraudDepartment {
    fn new() -> Self {
        Self {
            busy: AtomicUsize::new(0),
            two_at_once: AtomicBool::new(false),
        }
    }

    fn look_into_it(&self) -> bool {
        if self.busy.fetch_add(1, SeqCst) > 0 {
            self.two_at_once.store(true, SeqCst);
        }
        self.busy.fetch_sub(1, SeqCst);
        true
    }
}

#[test]
fn opposite_transfers_both_finish() {
    for (left, right) in [(0, 1), (0, 2)] {
        interleave::explore(move || {
            let bank = Bank::new(&[10; 3]);
            let (there, back) = thread::scope(|scope| {
                let there = scope.spawn(|| bank.transfer(left, right, 3, |_, _| true));
                let back = bank.transfer(right, left, 4, |_, _| true);
                (there.join().expect("a transfer panicked"), back)
            });
            assert!(
                there && back,
                "both had the money and were approved, yet {left} to {right} returned {there}, \
                 and {right} to {left} returned {back}"
            );
            assert_eq!(
                [bank.balance(left), bank.balance(right)],
                [11, 9],
                "{left} had 10, paid 3 and received 4; {right} had 10, paid 4 and received 3"
            );
        });
    }
}

#[test]
fn a_ring_of_transfers_finishes() {
    interleave::explore(|| {
        let bank = Bank::new(&[10, 10, 10]);
        thread::scope(|scope| {
            scope.spawn(|| bank.transfer(0, 1, 1, |_, _| true));
            scope.spawn(|| bank.transfer(1, 2, 1, |_, _| true));
            bank.transfer(2, 0, 1, |_, _| true);
        });
        assert_eq!(
            [bank.balance(0), bank.balance(1), bank.balance(2)],
            [10, 10, 10],
            "each account paid 1 and received 1"
        );
    });
}

#[test]
fn a_transfer_within_one_account_finishes() {
    interleave::explore(|| {
        let bank = Bank::new(&[10]);
        assert!(
            bank.transfer(0, 0, 5, |_, _| true),
            "an account pays itself: nothing has to move, so nothing can go wrong"
        );
        assert_eq!(bank.balance(0), 10, "paid 5 and received 5");
    });
}

#[test]
fn the_same_money_is_not_spent_twice() {
    interleave::explore(|| {
        let bank = Bank::new(&[10, 0, 0]);
        let (one, other) = thread::scope(|scope| {
            let one = scope.spawn(|| bank.transfer(0, 1, 10, |_, _| true));
            let other = bank.transfer(0, 2, 10, |_, _| true);
            (one.join().expect("a transfer panicked"), other)
        });
        assert!(
            one != other,
            "account 0 had money for one of two payments, but 0 to 1 returned {one}, and \
             0 to 2 returned {other}"
        );
        assert_eq!(bank.balance(0), 0, "all the money was spent");
    });
}

#[test]
fn three_payments_from_one_account_all_finish() {
    interleave::explore(|| {
        let bank = Bank::new(&[10, 0]);
        let paid = thread::scope(|scope| {
            let one = scope.spawn(|| bank.transfer(0, 1, 10, |_, _| true));
            let two = scope.spawn(|| bank.transfer(0, 1, 10, |_, _| true));
            let three = bank.transfer(0, 1, 10, |_, _| true);
            let one = one.join().expect("a transfer panicked");
            let two = two.join().expect("a transfer panicked");
            [one, two, three]
        });
        assert_eq!(
            paid.iter().filter(|paid| **paid).count(),
            1,
            "account 0 had money for one of three payments, and they returned {paid:?}"
        );
    });
}

#[test]
fn a_refused_transfer_leaves_both_accounts_free() {
    interleave::explore(|| {
        let bank = Bank::new(&[10, 10]);
        bank.transfer(0, 1, 3, |_, _| false); // refused
        bank.transfer(0, 1, 11, |_, _| true); // not enough money
        assert!(
            bank.transfer(1, 0, 3, |_, _| true),
            "there was enough money, and the answer was yes"
        );
        assert_eq!(bank.total(), 20, "no money may appear or vanish");
    });
}

#[test]
fn both_balances_stand_still_until_the_money_has_moved() {
    interleave::explore(|| {
        let bank = Bank::new(&[10, 10]);
        let department = FraudDepartment::new();
        let odd_sum = AtomicBool::new(false);
        let approve = |from, to| {
            // A panic in a thread would only show when the thread is joined, so take a note.
            if from + to != 20 {
                odd_sum.store(true, SeqCst);
            }
            department.look_into_it()
        };
        thread::scope(|scope| {
            scope.spawn(|| bank.transfer(0, 1, 3, approve));
            bank.transfer(1, 0, 4, approve);
        });
        assert!(
            !odd_sum.load(SeqCst),
            "two accounts hold 20 together, but `approve` was told balances with another sum"
        );
        assert!(
            !department.two_at_once.load(SeqCst),
            "two transfers between the same two accounts were being approved at the same time"
        );
    });
}

#[test]
fn the_total_is_right_while_money_moves() {
    interleave::explore(|| {
        let bank = Bank::new(&[10, 10]);
        thread::scope(|scope| {
            scope.spawn(|| bank.transfer(1, 0, 3, |_, _| true));
            assert_eq!(
                bank.total(),
                20,
                "two accounts hold 20 together, before a transfer and after it"
            );
        });
    });
}

#[test]
fn the_total_is_right_while_money_moves_to_and_fro() {
    interleave::explore(|| {
        let bank = Bank::new(&[10, 10]);
        thread::scope(|scope| {
            scope.spawn(|| {
                bank.transfer(1, 0, 3, |_, _| true);
                bank.transfer(0, 1, 3, |_, _| true);
                bank.transfer(1, 0, 3, |_, _| true);
            });
            assert_eq!(
                bank.total(),
                20,
                "two accounts hold 20 together, after any number of transfers"
            );
        });
    });
}

#[test]
fn strangers_are_approved_at_the_same_time() {
    interleave::explore(|| {
        let bank = Bank::new(&[10, 10, 10, 10]);
        let department = FraudDepartment::new();
        thread::scope(|scope| {
            scope.spawn(|| bank.transfer(0, 1, 3, |_, _| department.look_into_it()));
            bank.transfer(2, 3, 3, |_, _| department.look_into_it());
        });
        sometimes!(
            department.two_at_once.load(SeqCst),
            "a transfer from 0 to 1 and one from 2 to 3 are being approved at the same time"
        );
    });
}

/// The signatures of the task hold here as well: what a test compares is what it seems to be.
const _: fn(&[u64]) -> Bank = Bank::new;
const _: fn(&Bank, usize) -> u64 = Bank::balance;
type Check = fn(u64, u64) -> bool;
const _: fn(&Bank, usize, usize, u64, Check) -> bool = Bank::transfer;
const _: fn(&Bank) -> u64 = Bank::total;
