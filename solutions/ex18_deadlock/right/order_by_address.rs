//! expect: passed
//!
//! Locks in the order of the addresses in memory. They do not change while the bank
//! is borrowed.

use std::ptr;
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
        let (from, to) = (&self.accounts[from], &self.accounts[to]);
        if ptr::eq(from, to) {
            return true;
        }
        let (mut payer, mut payee);
        if ptr::from_ref(from) < ptr::from_ref(to) {
            payer = from.lock().unwrap();
            payee = to.lock().unwrap();
        } else {
            payee = to.lock().unwrap();
            payer = from.lock().unwrap();
        }
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
