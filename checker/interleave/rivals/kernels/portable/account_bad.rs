//! A deposit and a withdrawal, each right alone, and an auditor.
//!
//! Source: SCTBench, `CS.account_bad`.
//! Goes wrong: each says it is done before it has changed the balance, so the
//! auditor may look too early.
//! Expected: race.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread;

struct Account {
    balance: Mutex<i32>,
    deposited: AtomicBool,
    withdrawn: AtomicBool,
}

fn change<const FIXED: bool>(account: &Account, done: &AtomicBool, by: i32) {
    if !FIXED {
        done.store(true, SeqCst);
    }
    *account.balance.lock().unwrap() += by;
    if FIXED {
        done.store(true, SeqCst);
    }
}

pub fn body<const FIXED: bool>() {
    let account = Arc::new(Account {
        balance: Mutex::new(10),
        deposited: AtomicBool::new(false),
        withdrawn: AtomicBool::new(false),
    });
    let (a, b, c) = (account.clone(), account.clone(), account);
    let deposit = thread::spawn(move || change::<FIXED>(&a, &a.deposited, 5));
    let withdraw = thread::spawn(move || change::<FIXED>(&b, &b.withdrawn, -3));
    let audit = thread::spawn(move || {
        if c.deposited.load(SeqCst) && c.withdrawn.load(SeqCst) {
            assert_eq!(*c.balance.lock().unwrap(), 12, "the audit saw half a day");
        }
    });
    for thread in [deposit, withdraw, audit] {
        thread.join().unwrap();
    }
}
