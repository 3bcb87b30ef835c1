//! expect: race in schedules::both_balances_stand_still_until_the_money_has_moved
//!
//! Never holds two locks, so it cannot deadlock. But between two locks the money is
//! nowhere, and `approve` is asked about balances that change.

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
        let seen = self.balance(to);
        {
            let mut payer = self.accounts[from].lock().unwrap();
            if *payer < amount || !approve(*payer, seen) {
                return false;
            }
            *payer -= amount;
        }
        *self.accounts[to].lock().unwrap() += amount;
        true
    }

    pub fn total(&self) -> u64 {
        let balances: Vec<_> = self.accounts.iter().map(|a| a.lock().unwrap()).collect();
        balances.iter().map(|balance| **balance).sum()
    }
}
