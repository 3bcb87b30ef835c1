//! expect: deadlock in schedules::opposite_transfers_both_finish
//!
//! Reads both balances under read locks, and asks for the write locks without letting
//! go. Every transfer waits for itself.

use std::sync::RwLock;

pub struct Bank {
    accounts: Vec<RwLock<u64>>,
}

impl Bank {
    pub fn new(balances: &[u64]) -> Self {
        Self {
            accounts: balances.iter().copied().map(RwLock::new).collect(),
        }
    }

    pub fn balance(&self, account: usize) -> u64 {
        *self.accounts[account].read().unwrap()
    }

    pub fn transfer<A>(&self, from: usize, to: usize, amount: u64, approve: A) -> bool
    where
        A: FnOnce(u64, u64) -> bool,
    {
        if from == to {
            return true;
        }
        let low = self.accounts[from.min(to)].read().unwrap();
        let high = self.accounts[from.max(to)].read().unwrap();
        let (payer, payee) = if from < to {
            (*low, *high)
        } else {
            (*high, *low)
        };
        if payer < amount || !approve(payer, payee) {
            return false;
        }
        *self.accounts[from].write().unwrap() -= amount;
        *self.accounts[to].write().unwrap() += amount;
        true
    }

    pub fn total(&self) -> u64 {
        let balances: Vec<_> = self.accounts.iter().map(|a| a.read().unwrap()).collect();
        balances.iter().map(|balance| **balance).sum()
    }
}
