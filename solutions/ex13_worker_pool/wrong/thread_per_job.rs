//! expect: wrong-answer in schedules::jobs_run_on_the_workers
//!
//! A thread for every job, and no pool: ten thousand orders are ten thousand threads.

use std::sync::Mutex;
use std::thread::{self, JoinHandle};

pub struct Pool {
    threads: Mutex<Vec<JoinHandle<()>>>,
}

impl Pool {
    pub fn new(_workers: usize) -> Pool {
        Pool {
            threads: Mutex::new(Vec::new()),
        }
    }

    pub fn submit<F>(&self, job: F)
    where
        F: FnOnce() + Send + 'static,
    {
        self.threads.lock().unwrap().push(thread::spawn(job));
    }

    pub fn finish(self) {
        for thread in self.threads.into_inner().unwrap() {
            thread.join().unwrap();
        }
    }
}
