//! expect: race in schedules::every_job_is_done_when_finish_returns
//!
//! A worker that has had no job for a second goes home. The job after that waits for ever.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

/// Any closure that may run once, on any thread. Closures differ in type and size; a box makes them
/// all alike, so that one channel can carry them.
type Job = Box<dyn FnOnce() + Send>;

/// A few threads that share one queue of jobs.
pub struct Pool {
    /// The only sender. The queue is open as long as it lives.
    jobs: Sender<Job>,
    workers: Vec<JoinHandle<()>>,
}

impl Pool {
    /// Starts a pool of `workers` threads.
    pub fn new(workers: usize) -> Pool {
        let (jobs, queue) = mpsc::channel();
        // One receiver for all workers: the mutex lets one of them at a time use it, the `Arc` lets
        // each of them own it.
        let queue = Arc::new(Mutex::new(queue));
        let workers = (0..workers)
            .map(|_| {
                let queue = Arc::clone(&queue);
                thread::spawn(move || work(&queue))
            })
            .collect();
        Pool { jobs, workers }
    }

    /// Puts a job at the end of the queue, and returns without waiting for any job.
    pub fn submit<F>(&self, job: F)
    where
        F: FnOnce() + Send + 'static,
    {
        self.jobs
            .send(Box::new(job))
            .expect("the workers hold the receiver until the pool is finished");
    }

    /// Closes the queue, and waits until every job in it is done and every worker has ended.
    pub fn finish(self) {
        // Without this line the workers would wait for the next job, and we would wait for them.
        drop(self.jobs);
        for worker in self.workers {
            worker.join().expect("no job panics");
        }
    }
}

/// What each worker does: takes jobs until the queue is closed and empty.
fn work(queue: &Mutex<Receiver<Job>>) {
    loop {
        // The guard has no name, so it lives to the end of this statement, and the lock is free again
        // before the job begins. In `while let Ok(job) = queue.lock().unwrap().recv() { job() }` the
        // statement ends only after the body: that worker would keep the lock while it works.
        let next = queue
            .lock()
            .unwrap()
            .recv_timeout(std::time::Duration::from_secs(1));
        match next {
            Ok(job) => job(),
            Err(_) => return,
        }
    }
}
