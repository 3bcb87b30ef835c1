//! expect: deadlock in schedules::a_ring_of_transfers_finishes
//!
//! A further lock for each pair of accounts, so that two accounts never pay each
//! other at the same time. Three that pay each other in a ring still can.

use std::sync::Mutex;

pub struct Bank {
    accounts: Vec<Mutex<u64>>,
    pairs: Vec<Mutex<()>>,
}

impl Bank {
    pub fn new(balances: &[u64]) -> Self {
        let pairs = balances.len() * balances.len();
        Self {
            accounts: balances.iter().copied().map(Mutex::new).collect(),
            pairs: (0..pairs).map(|_| Mutex::new(())).collect(),
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
        let pair = from.min(to) * self.accounts.len() + from.max(to);
        let _alone = self.pairs[pair].lock().unwrap();
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
