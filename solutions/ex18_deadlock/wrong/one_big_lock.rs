//! expect: overlocked in schedules::strangers_are_approved_at_the_same_time
//!
//! One mutex for the whole bank. No deadlock, but everyone waits while one transfer
//! is being approved.

use std::sync::Mutex;

pub struct Bank {
    accounts: Mutex<Vec<u64>>,
}

impl Bank {
    pub fn new(balances: &[u64]) -> Self {
        Self {
            accounts: Mutex::new(balances.to_vec()),
        }
    }

    pub fn balance(&self, account: usize) -> u64 {
        self.accounts.lock().unwrap()[account]
    }

    pub fn transfer<A>(&self, from: usize, to: usize, amount: u64, approve: A) -> bool
    where
        A: FnOnce(u64, u64) -> bool,
    {
        if from == to {
            return true;
        }
        let mut accounts = self.accounts.lock().unwrap();
        if accounts[from] < amount || !approve(accounts[from], accounts[to]) {
            return false;
        }
        accounts[from] -= amount;
        accounts[to] += amount;
        true
    }

    pub fn total(&self) -> u64 {
        self.accounts.lock().unwrap().iter().sum()
    }
}
