//! expect: wrong-answer in behaviour::approve_sees_the_payer_first_and_then_the_payee
//!
//! Moves the money the right way, but tells `approve` the balances in the order of
//! the locks.

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
        let mut low = self.accounts[from.min(to)].lock().unwrap();
        let mut high = self.accounts[from.max(to)].lock().unwrap();
        let (low_balance, high_balance) = (*low, *high);
        let (payer, payee) = if from < to {
            (&mut *low, &mut *high)
        } else {
            (&mut *high, &mut *low)
        };
        if *payer < amount || !approve(low_balance, high_balance) {
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
