//! expect: passed
//!
//! Locks one account and tries the other. If that one is taken, it lets go of the
//! first as well, gives way, and starts again: it never waits with a lock in hand.

use std::sync::Mutex;
use std::thread;

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
            let payer = self.accounts[from].lock().unwrap();
            if let Ok(payee) = self.accounts[to].try_lock() {
                break (payer, payee);
            }
            drop(payer);
            thread::yield_now();
        };
        if *payer < amount || !approve(*payer, *payee) {
            return false;
        }
        *payer -= amount;
        *payee += amount;
        true
    }

    pub fn total(&self) -> u64 {
        loop {
            let balances: Result<Vec<_>, _> = self.accounts.iter().map(Mutex::try_lock).collect();
            if let Ok(balances) = balances {
                return balances.iter().map(|balance| **balance).sum();
            }
            thread::yield_now();
        }
    }
}
