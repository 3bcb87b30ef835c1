//! expect: passed
//!
//! A transfer within one account locks once and is checked like any other.

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
            let balance = self.accounts[from].lock().unwrap();
            return *balance >= amount && approve(*balance, *balance);
        }
        let first = self.accounts[from.min(to)].lock().unwrap();
        let second = self.accounts[from.max(to)].lock().unwrap();
        let (mut payer, mut payee) = if from < to {
            (first, second)
        } else {
            (second, first)
        };
        if *payer < amount || !approve(*payer, *payee) {
            return false;
        }
        *payer -= amount;
        *payee += amount;
        true
    }

    pub fn total(&self) -> u64 {
        let balances: Vec<_> = self.accounts.iter().map(|a| a.lock().unwrap()).collect();
        balances.iter().map(|balance| **balance).sum()
    }
}
