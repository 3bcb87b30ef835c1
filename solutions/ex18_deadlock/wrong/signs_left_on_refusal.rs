//! expect: deadlock in schedules::a_refused_transfer_leaves_both_accounts_free
//!
//! Marks both accounts as busy, and leaves the marks there when the answer is no.

use std::sync::{Condvar, Mutex};
pub struct Bank {
    books: Mutex<Vec<(u64, bool)>>,
    freed: Condvar,
}
impl Bank {
    pub fn new(balances: &[u64]) -> Self {
        Self {
            books: Mutex::new(balances.iter().map(|b| (*b, false)).collect()),
            freed: Condvar::new(),
        }
    }
    pub fn balance(&self, account: usize) -> u64 {
        self.books.lock().unwrap()[account].0
    }
    pub fn transfer<A>(&self, from: usize, to: usize, amount: u64, approve: A) -> bool
    where
        A: FnOnce(u64, u64) -> bool,
    {
        let mut books = self.books.lock().unwrap();
        while books[from].1 || books[to].1 {
            books = self.freed.wait(books).unwrap();
        }
        let (f, t) = (books[from].0, books[to].0);
        if f < amount {
            return false;
        }
        if from == to {
            return true;
        }
        books[from].1 = true;
        books[to].1 = true;
        drop(books);
        let yes = approve(f, t);
        let mut books = self.books.lock().unwrap();
        if !yes {
            return false;
        }
        {
            books[from].0 -= amount;
            books[to].0 += amount;
        }
        books[from].1 = false;
        books[to].1 = false;
        drop(books);
        self.freed.notify_all();
        yes
    }
    pub fn total(&self) -> u64 {
        self.books.lock().unwrap().iter().map(|b| b.0).sum()
    }
}
