//! expect: deadlock in schedules::a_free_worker_takes_the_next_job
//!
//! Each worker has a queue of its own, and the jobs are dealt out in turn. A job behind a long one waits,
//! though another worker is free.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

type Job = Box<dyn FnOnce() + Send>;

pub struct Pool {
    queues: Vec<Sender<Job>>,
    next: AtomicUsize,
    workers: Vec<JoinHandle<()>>,
}

impl Pool {
    pub fn new(workers: usize) -> Pool {
        let (queues, workers) = (0..workers)
            .map(|_| {
                let (sender, receiver) = mpsc::channel::<Job>();
                let worker = thread::spawn(move || {
                    for job in receiver {
                        job();
                    }
                });
                (sender, worker)
            })
            .unzip();
        Pool {
            queues,
            next: AtomicUsize::new(0),
            workers,
        }
    }

    pub fn submit<F>(&self, job: F)
    where
        F: FnOnce() + Send + 'static,
    {
        let turn = self.next.fetch_add(1, Ordering::Relaxed);
        self.queues[turn % self.queues.len()]
            .send(Box::new(job))
            .unwrap();
    }

    pub fn finish(self) {
        drop(self.queues);
        for worker in self.workers {
            worker.join().unwrap();
        }
    }
}
