//! expect: deadlock in schedules::opposite_transfers_both_finish
//!
//! A gate in front of the locks, but it opens after the first lock: two threads can
//! each get one account and wait for the other.

use std::sync::Mutex;

pub struct Bank {
    accounts: Vec<Mutex<u64>>,
    gate: Mutex<()>,
}

impl Bank {
    pub fn new(balances: &[u64]) -> Self {
        Self {
            accounts: balances.iter().copied().map(Mutex::new).collect(),
            gate: Mutex::new(()),
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
        let gate = self.gate.lock().unwrap();
        let mut payer = self.accounts[from].lock().unwrap();
        drop(gate);
        let mut payee = self.accounts[to].lock().unwrap();
        if *payer < amount || !approve(*payer, *payee) {
            return false;
        }
        *payer -= amount;
        *payee += amount;
        true
    }

    pub fn total(&self) -> u64 {
        let _gate = self.gate.lock().unwrap();
        let balances: Vec<_> = self.accounts.iter().map(|a| a.lock().unwrap()).collect();
        balances.iter().map(|balance| **balance).sum()
    }
}
