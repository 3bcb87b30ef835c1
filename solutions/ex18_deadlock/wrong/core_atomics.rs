//! expect: race in schedules::both_balances_stand_still_until_the_money_has_moved
//!
//! No lock, no deadlock: two atomics from `core`. But two atomic steps are not one,
//! and the fraud department sees money on its way.

use core::sync::atomic::{AtomicU64, Ordering::SeqCst};

pub struct Bank {
    accounts: Vec<AtomicU64>,
}

impl Bank {
    pub fn new(balances: &[u64]) -> Self {
        Self {
            accounts: balances.iter().copied().map(AtomicU64::new).collect(),
        }
    }

    pub fn balance(&self, account: usize) -> u64 {
        self.accounts[account].load(SeqCst)
    }

    pub fn transfer<A>(&self, from: usize, to: usize, amount: u64, approve: A) -> bool
    where
        A: FnOnce(u64, u64) -> bool,
    {
        if from == to {
            return true;
        }
        if self.balance(from) < amount || !approve(self.balance(from), self.balance(to)) {
            return false;
        }
        let paid =
            self.accounts[from].fetch_update(SeqCst, SeqCst, |balance| balance.checked_sub(amount));
        if paid.is_ok() {
            self.accounts[to].fetch_add(amount, SeqCst);
        }
        paid.is_ok()
    }

    pub fn total(&self) -> u64 {
        self.accounts
            .iter()
            .map(|account| account.load(SeqCst))
            .sum()
    }
}
