//! expect: deadlock in schedules::opposite_transfers_both_finish
//!
//! The first idea: lock the payer, then the payee. Ann pays Bob while Bob pays Ann,
//! and both wait for ever.

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
        let mut payer = self.accounts[from].lock().unwrap();
        let mut payee = self.accounts[to].lock().unwrap();
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
