//! expect: passed
//!
//! A deque under a lock, and idle workers that are parked.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
type Job = Box<dyn FnOnce() + Send>;
pub struct Pool {
    q: Arc<(Mutex<VecDeque<Job>>, AtomicBool)>,
    workers: Vec<JoinHandle<()>>,
}
impl Pool {
    pub fn new(workers: usize) -> Pool {
        let q: Arc<(Mutex<VecDeque<Job>>, AtomicBool)> = Arc::default();
        let workers = (0..workers)
            .map(|_| {
                let q = Arc::clone(&q);
                thread::spawn(move || {
                    loop {
                        let closed = q.1.load(Ordering::Acquire);
                        let job = q.0.lock().unwrap().pop_front();
                        match job {
                            Some(job) => job(),
                            None if closed => return,
                            None => thread::park(),
                        }
                    }
                })
            })
            .collect();
        Pool { q, workers }
    }
    pub fn submit<F>(&self, job: F)
    where
        F: FnOnce() + Send + 'static,
    {
        self.q.0.lock().unwrap().push_back(Box::new(job));
        for w in &self.workers {
            w.thread().unpark();
        }
    }
    pub fn finish(self) {
        self.q.1.store(true, Ordering::Release);
        for w in &self.workers {
            w.thread().unpark();
        }
        for w in self.workers {
            w.join().unwrap();
        }
    }
}
