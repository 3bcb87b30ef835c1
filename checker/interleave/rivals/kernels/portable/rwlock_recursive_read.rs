//! A reader reads again while a writer waits; the lock prefers writers.
//!
//! Source: GoBench, `RWMutex` read twice (cockroach 6181, kubernetes 62464).
//! Goes wrong: the second read waits for the writer, and the writer for the first.
//! Expected: deadlock.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

#[derive(Default)]
struct State {
    readers: u32,
    writing: bool,
    waiting: u32,
}

struct FairLock(Mutex<State>, Condvar);

impl FairLock {
    fn read(&self) {
        let mut state = self.0.lock().unwrap();
        while state.writing || state.waiting > 0 {
            state = self.1.wait(state).unwrap();
        }
        state.readers += 1;
    }

    fn end_read(&self) {
        self.0.lock().unwrap().readers -= 1;
        self.1.notify_all();
    }

    fn write(&self) {
        let mut state = self.0.lock().unwrap();
        state.waiting += 1;
        while state.writing || state.readers > 0 {
            state = self.1.wait(state).unwrap();
        }
        state.waiting -= 1;
        state.writing = true;
    }

    fn end_write(&self) {
        self.0.lock().unwrap().writing = false;
        self.1.notify_all();
    }
}

pub fn body<const FIXED: bool>() {
    let lock = Arc::new(FairLock(Mutex::new(State::default()), Condvar::new()));
    let theirs = Arc::clone(&lock);
    let writer = thread::spawn(move || {
        theirs.write();
        theirs.end_write();
    });
    lock.read();
    if !FIXED {
        lock.read();
        lock.end_read();
    }
    lock.end_read();
    writer.join().unwrap();
}
