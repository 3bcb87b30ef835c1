//! expect: passed
//!
//! One mutex for the books, held for moments only. A transfer hangs a "busy" sign on
//! both accounts in one step and takes them off in one step. Whoever finds a sign
//! waits for a notice.

use std::sync::{Condvar, Mutex, MutexGuard};

struct Account {
    balance: u64,
    busy: bool,
}

pub struct Bank {
    accounts: Mutex<Vec<Account>>,
    sign_removed: Condvar,
}

impl Bank {
    pub fn new(balances: &[u64]) -> Self {
        let open = |&balance| Account {
            balance,
            busy: false,
        };
        Self {
            accounts: Mutex::new(balances.iter().map(open).collect()),
            sign_removed: Condvar::new(),
        }
    }

    fn free(&self, which: &[usize]) -> MutexGuard<'_, Vec<Account>> {
        let accounts = self.accounts.lock().unwrap();
        self.sign_removed
            .wait_while(accounts, |accounts| which.iter().any(|&a| accounts[a].busy))
            .unwrap()
    }

    pub fn balance(&self, account: usize) -> u64 {
        self.free(&[account])[account].balance
    }

    pub fn transfer<A>(&self, from: usize, to: usize, amount: u64, approve: A) -> bool
    where
        A: FnOnce(u64, u64) -> bool,
    {
        if from == to {
            return true;
        }
        let mut accounts = self.free(&[from, to]);
        let (payer, payee) = (accounts[from].balance, accounts[to].balance);
        if payer < amount {
            return false;
        }
        accounts[from].busy = true;
        accounts[to].busy = true;
        drop(accounts);

        let approved = approve(payer, payee);

        let mut accounts = self.accounts.lock().unwrap();
        if approved {
            accounts[from].balance -= amount;
            accounts[to].balance += amount;
        }
        accounts[from].busy = false;
        accounts[to].busy = false;
        drop(accounts);
        self.sign_removed.notify_all();
        approved
    }

    pub fn total(&self) -> u64 {
        let accounts = self.accounts.lock().unwrap();
        accounts.iter().map(|account| account.balance).sum()
    }
}
