//! exercise: ex18
//! twin: catches a panic, and passes it on.
//! expect: passed

use std::sync::{Mutex, MutexGuard};

/// The accounts of a bank, numbered from 0.
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

    /// Moves `amount` from one account to another, if `approve` agrees.
    pub fn transfer<A>(&self, from: usize, to: usize, amount: u64, approve: A) -> bool
    where
        A: FnOnce(u64, u64) -> bool,
    {
        // The same mutex cannot be locked twice by one thread: it would wait for itself.
        if from == to {
            return true;
        }

        // The order of the locks depends on the numbers alone, not on who pays whom.
        let mut low = self.accounts[from.min(to)].lock().unwrap();
        let mut high = self.accounts[from.max(to)].lock().unwrap();

        // Only now is it said which of the two pays.
        let (payer, payee) = if from < to {
            (&mut *low, &mut *high)
        } else {
            (&mut *high, &mut *low)
        };

        // Both guards live to the end of the method, so what `approve` sees stays true.
        if *payer < amount || !asked(approve, *payer, *payee) {
            return false;
        }
        *payer -= amount;
        *payee += amount;
        true
    }

    /// How much money is in the bank, on all accounts together, at one moment.
    pub fn total(&self) -> u64 {
        // All the guards are collected before the first balance is read: no money is on
        // its way then. The order is again that of the numbers.
        let balances: Vec<MutexGuard<'_, u64>> = self
            .accounts
            .iter()
            .map(|account| account.lock().unwrap())
            .collect();
        balances.iter().map(|balance| **balance).sum()
    }
}

/// Asks, and passes a panic on.
fn asked(approve: impl FnOnce(u64, u64) -> bool, payer: u64, payee: u64) -> bool {
    let ask = std::panic::AssertUnwindSafe(|| approve(payer, payee));
    match std::panic::catch_unwind(ask) {
        Ok(answer) => answer,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}
