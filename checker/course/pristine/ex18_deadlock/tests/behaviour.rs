//! What a [`Bank`] does, seen from outside, on real threads.
//!
//! A bank that can deadlock often passes this file: the threads have to meet at
//! a bad moment. `schedules.rs` brings the bad moments about.

use std::cell::Cell;
use std::thread;

use ex18::Bank;

type Approve = fn(u64, u64) -> bool;

/// These compile only while the signatures are the ones that the task gave you,
/// and while threads may share a bank.
const _: fn(&[u64]) -> Bank = Bank::new;
const _: fn(&Bank, usize) -> u64 = Bank::balance;
const _: fn(&Bank, usize, usize, u64, Approve) -> bool = Bank::transfer;
const _: fn(&Bank) -> u64 = Bank::total;
const fn shared_by_threads<T: Send + Sync>() {}
const _: () = shared_by_threads::<Bank>();

#[test]
fn approve_sees_the_payer_first_and_then_the_payee() {
    testkit::watchdog(|| {
        for (from, to, seen) in [(0, 1, (100, 20)), (1, 0, (20, 100))] {
            let bank = Bank::new(&[100, 20]);
            let asked = Cell::new(None);
            bank.transfer(from, to, 10, |payer, payee| {
                asked.set(Some((payer, payee)));
                false
            });
            assert_eq!(
                asked.get(),
                Some(seen),
                "approve gets the balance of `from` ({from} here), then that of `to` ({to})"
            );
        }
    });
}

#[test]
fn money_moves_only_when_the_transfer_is_approved() {
    testkit::watchdog(|| {
        let bank = Bank::new(&[100, 20, 7]);
        let balances = || [bank.balance(0), bank.balance(1), bank.balance(2)];

        let moved = bank.transfer(2, 0, 5, |_, _| true);
        assert!(moved, "there was enough money, and the answer was yes");
        assert_eq!(balances(), [105, 20, 2], "account 2 paid 5 to account 0");

        let moved = bank.transfer(0, 1, 10, |_, _| false);
        assert!(!moved, "the fraud department said no");
        assert_eq!(balances(), [105, 20, 2], "a refused transfer moves nothing");
    });
}

#[test]
fn nobody_spends_more_than_they_have() {
    testkit::watchdog(|| {
        let bank = Bank::new(&[100, 20]);
        let asked = Cell::new(false);
        let moved = bank.transfer(1, 0, 21, |_, _| {
            asked.set(true);
            true
        });
        assert!(!moved, "20 are not enough to pay 21");
        assert!(
            !asked.get(),
            "without the money there is nothing to approve"
        );
        assert_eq!(bank.balance(1), 20, "nothing moved");
        assert!(
            bank.transfer(1, 0, 20, |_, _| true),
            "20 are enough to pay 20"
        );
    });
}

#[test]
fn the_total_adds_up_all_accounts() {
    testkit::watchdog(|| {
        assert_eq!(Bank::new(&[1, 20, 300]).total(), 321, "1 + 20 + 300");
        assert_eq!(Bank::new(&[]).total(), 0, "a bank without accounts");
    });
}

#[test]
fn a_busy_day_keeps_the_books_straight() {
    testkit::watchdog(|| {
        let bank = Bank::new(&[100; 5]);
        thread::scope(|scope| {
            for clerk in 0..4 {
                let bank = &bank;
                scope.spawn(move || {
                    for step in 0..300 {
                        let from = (clerk + step) % 5;
                        let to = (clerk * 3 + step * 2) % 5;
                        bank.transfer(from, to, 7, |_, _| true);
                    }
                });
            }
            for _ in 0..100 {
                assert_eq!(
                    bank.total(),
                    500,
                    "five accounts with 100 each: the money moves, but its sum does not change"
                );
            }
        });
        assert_eq!(bank.total(), 500, "no money may appear or vanish");
    });
}
