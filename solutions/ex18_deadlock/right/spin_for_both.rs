//! expect: passed
//!
//! Spins until it gets both, and never spins with a lock in hand.

use std::hint;
use std::sync::{Mutex, MutexGuard};

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
        let (mut payer, mut payee) = loop {
            if let Some(both) = self.try_both(from, to) {
                break both;
            }
            hint::spin_loop();
        };
        if *payer < amount || !approve(*payer, *payee) {
            return false;
        }
        *payer -= amount;
        *payee += amount;
        true
    }

    fn try_both(
        &self,
        from: usize,
        to: usize,
    ) -> Option<(MutexGuard<'_, u64>, MutexGuard<'_, u64>)> {
        let payer = self.accounts[from].try_lock().ok()?;
        let payee = self.accounts[to].try_lock().ok()?;
        Some((payer, payee))
    }

    pub fn total(&self) -> u64 {
        let balances: Vec<_> = self.accounts.iter().map(|a| a.lock().unwrap()).collect();
        balances.iter().map(|balance| **balance).sum()
    }
}
