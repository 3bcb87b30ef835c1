//! # 18 Deadlock
//!
//! A bank moves money between accounts, on many threads. Each account has a
//! mutex of its own, so two transfers that have nothing to do with each other
//! need not wait for each other.
//!
//! A transfer needs two accounts at once, so it holds two locks. Now picture
//! this:
//!
//! ```text
//! Ann pays Bob                    Bob pays Ann
//! locks Ann's account             locks Bob's account
//! waits for Bob's account         waits for Ann's account
//! ```
//!
//! Each holds what the other one waits for. Nobody will ever go on. That is a
//! **deadlock**. There is no error and no panic: the program just stands still,
//! perhaps once a month.
//!
//! ## What to build
//!
//! The accounts are there. Write [`Bank::transfer`] and [`Bank::total`].
//!
//! - No transfer ever hangs, whoever pays whom, and in whatever order the
//!   threads take turns. That includes a transfer from an account to itself.
//! - Before money moves, the fraud department is asked: `approve` gets the
//!   balance of `from` and the balance of `to`, and says yes or no. That may take
//!   long. From the moment it is asked until the money has moved, nobody else may
//!   change these two balances.
//! - Two transfers that have no account in common can be approved at the same
//!   time.
//! - `total` is right at any moment: money on its way is counted once. Not
//!   twice, and not never.
//!
//! ## Example
//!
//! ```
//! let bank = ex18::Bank::new(&[100, 20]);
//!
//! assert!(bank.transfer(0, 1, 30, |from, to| (from, to) == (100, 20)));
//! assert_eq!(bank.balance(1), 50);
//!
//! assert!(!bank.transfer(0, 1, 30, |_, _| false)); // refused: nothing moves
//! assert!(!bank.transfer(0, 1, 500, |_, _| true)); // not enough money
//! assert_eq!(bank.total(), 120);
//! ```
//!
//! ## Read first
//!
//! - The Book: [Shared-State Concurrency](https://doc.rust-lang.org/book/ch16-03-shared-state.html)
//!   (its last section names the deadlock)
//! - std: [`Mutex::lock`](https://doc.rust-lang.org/std/sync/struct.Mutex.html#method.lock)
//!   (what happens when a thread locks a mutex that it holds already?)
//!
//! Run `cargo test -p ex18` to see how far you are.

use std::sync::Mutex;

/// The accounts of a bank, numbered from 0.
///
/// You may change the fields. Keep the signatures of the methods: the tests
/// call them as they stand.
pub struct Bank {
    accounts: Vec<Mutex<u64>>,
}

impl Bank {
    /// Opens one account for each of `balances`.
    pub fn new(balances: &[u64]) -> Self {
        Self {
            accounts: balances.iter().copied().map(Mutex::new).collect(),
        }
    }

    /// How much is on `account`.
    pub fn balance(&self, account: usize) -> u64 {
        *self.accounts[account].lock().unwrap()
    }

    /// Moves `amount` from one account to another, if `approve` agrees. Returns
    /// whether it did.
    ///
    /// - `from` has less than `amount`: returns `false` without asking.
    /// - Otherwise `approve(balance of from, balance of to)` is asked, once. If it
    ///   says no, nothing moves and `transfer` returns `false`.
    /// - `from` and `to` are the same account: nothing has to move. Returns `true`.
    pub fn transfer<A>(&self, from: usize, to: usize, amount: u64, approve: A) -> bool
    where
        A: FnOnce(u64, u64) -> bool,
    {
        todo!(
            "move {amount} from {from} to {to}, if approved: {}",
            approve(0, 0)
        )
    }

    /// How much money is in the bank, on all accounts together, at one moment.
    pub fn total(&self) -> u64 {
        todo!("add up the balances of {} accounts", self.accounts.len())
    }
}
