//! expect: passed
//!
//! No channel: a queue in a mutex, and a condition variable to wait on.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

type Job = Box<dyn FnOnce() + Send>;

pub struct Pool {
    queue: Arc<Queue>,
    workers: Vec<JoinHandle<()>>,
}

#[derive(Default)]
struct Queue {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    jobs: VecDeque<Job>,
    closed: bool,
}

impl Pool {
    pub fn new(workers: usize) -> Pool {
        let queue = Arc::new(Queue::default());
        let workers = (0..workers)
            .map(|_| {
                let queue = Arc::clone(&queue);
                thread::spawn(move || {
                    while let Some(job) = queue.next() {
                        job();
                    }
                })
            })
            .collect();
        Pool { queue, workers }
    }

    pub fn submit<F>(&self, job: F)
    where
        F: FnOnce() + Send + 'static,
    {
        self.queue
            .state
            .lock()
            .unwrap()
            .jobs
            .push_back(Box::new(job));
        self.queue.changed.notify_one();
    }

    pub fn finish(self) {
        self.queue.state.lock().unwrap().closed = true;
        self.queue.changed.notify_all();
        for worker in self.workers {
            worker.join().unwrap();
        }
    }
}

impl Queue {
    fn next(&self) -> Option<Job> {
        let mut state = self.state.lock().unwrap();
        loop {
            if let Some(job) = state.jobs.pop_front() {
                return Some(job);
            }
            if state.closed {
                return None;
            }
            state = self.changed.wait(state).unwrap();
        }
    }
}
