//! expect: passed
//!
//! Transfers share a read lock on the whole bank, and lock their two accounts in
//! order. `total` takes the write lock: nothing moves while it reads.

use std::sync::{Mutex, RwLock};

pub struct Bank {
    accounts: RwLock<Vec<Mutex<u64>>>,
}

impl Bank {
    pub fn new(balances: &[u64]) -> Self {
        Self {
            accounts: RwLock::new(balances.iter().copied().map(Mutex::new).collect()),
        }
    }

    pub fn balance(&self, account: usize) -> u64 {
        *self.accounts.read().unwrap()[account].lock().unwrap()
    }

    pub fn transfer<A>(&self, from: usize, to: usize, amount: u64, approve: A) -> bool
    where
        A: FnOnce(u64, u64) -> bool,
    {
        if from == to {
            return true;
        }
        let accounts = self.accounts.read().unwrap();
        let mut low = accounts[from.min(to)].lock().unwrap();
        let mut high = accounts[from.max(to)].lock().unwrap();
        let (payer, payee) = if from < to {
            (&mut low, &mut high)
        } else {
            (&mut high, &mut low)
        };
        if **payer < amount || !approve(**payer, **payee) {
            return false;
        }
        **payer -= amount;
        **payee += amount;
        true
    }

    pub fn total(&self) -> u64 {
        let mut accounts = self.accounts.write().unwrap();
        accounts.iter_mut().map(|a| *a.get_mut().unwrap()).sum()
    }
}
