//! expect: passed
//!
//! A named guard, dropped before the job begins.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

type Job = Box<dyn FnOnce() + Send>;

pub struct Pool {
    jobs: Sender<Job>,
    workers: Vec<JoinHandle<()>>,
}

impl Pool {
    pub fn new(workers: usize) -> Pool {
        let (jobs, queue) = mpsc::channel();
        let queue = Arc::new(Mutex::new(queue));
        let workers = (0..workers)
            .map(|_| {
                let queue = Arc::clone(&queue);
                thread::spawn(move || work(&queue))
            })
            .collect();
        Pool { jobs, workers }
    }

    pub fn submit<F>(&self, job: F)
    where
        F: FnOnce() + Send + 'static,
    {
        self.jobs.send(Box::new(job)).unwrap();
    }

    pub fn finish(self) {
        drop(self.jobs);
        for worker in self.workers {
            worker.join().unwrap();
        }
    }
}

fn work(queue: &Mutex<Receiver<Job>>) {
    loop {
        let guard = queue.lock().unwrap();
        let Ok(job) = guard.recv() else { return };
        drop(guard);
        job();
    }
}
