//! expect: overlocked in schedules::strangers_are_approved_at_the_same_time
//!
//! Locks every account of the bank, in order, for each transfer. That is one big lock
//! with more work.

use std::sync::Mutex;

pub struct Bank {
    accounts: Vec<Mutex<u64>>,
}

impl Bank {
    pub fn new(balances: &[u64]) -> Self {
        Self {
            accounts: balances.iter().copied().map(Mutex::new).collect(),
        }
    }

    pub fn balance(&self, account: usize) -> u64 {
        *self.accounts[account].lock().unwrap()
    }

    pub fn transfer<A>(&self, from: usize, to: usize, amount: u64, approve: A) -> bool
    where
        A: FnOnce(u64, u64) -> bool,
    {
        if from == to {
            return true;
        }
        let mut all: Vec<_> = self.accounts.iter().map(|a| a.lock().unwrap()).collect();
        if *all[from] < amount || !approve(*all[from], *all[to]) {
            return false;
        }
        *all[from] -= amount;
        *all[to] += amount;
        true
    }

    pub fn total(&self) -> u64 {
        let balances: Vec<_> = self.accounts.iter().map(|a| a.lock().unwrap()).collect();
        balances.iter().map(|balance| **balance).sum()
    }
}
