//! expect: compile-error
//!
//! `RefCell` instead of `Mutex`: it never waits, and the compiler does not let
//! threads share it.

use std::cell::RefCell;

pub struct Bank {
    accounts: Vec<RefCell<u64>>,
}

impl Bank {
    pub fn new(balances: &[u64]) -> Self {
        Self {
            accounts: balances.iter().copied().map(RefCell::new).collect(),
        }
    }

    pub fn balance(&self, account: usize) -> u64 {
        *self.accounts[account].borrow()
    }

    pub fn transfer<A>(&self, from: usize, to: usize, amount: u64, approve: A) -> bool
    where
        A: FnOnce(u64, u64) -> bool,
    {
        if from == to {
            return true;
        }
        let mut payer = self.accounts[from].borrow_mut();
        let mut payee = self.accounts[to].borrow_mut();
        if *payer < amount || !approve(*payer, *payee) {
            return false;
        }
        *payer -= amount;
        *payee += amount;
        true
    }

    pub fn total(&self) -> u64 {
        self.accounts.iter().map(|account| *account.borrow()).sum()
    }
}
