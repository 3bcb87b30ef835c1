//! expect: compile-error
//!
//! A `Mutex` shares nothing by itself. The first worker takes it, and there is none for the second.

use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

type Job = Box<dyn FnOnce() + Send>;

pub struct Pool {
    jobs: Sender<Job>,
    workers: Vec<JoinHandle<()>>,
}

impl Pool {
    pub fn new(workers: usize) -> Pool {
        let (jobs, queue) = mpsc::channel();
        let queue = Mutex::new(queue);
        let workers = (0..workers)
            .map(|_| thread::spawn(move || work(&queue)))
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
        let next = queue.lock().unwrap().recv();
        match next {
            Ok(job) => job(),
            Err(_) => return,
        }
    }
}
