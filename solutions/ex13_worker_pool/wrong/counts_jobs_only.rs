//! expect: race in schedules::no_worker_is_left_after_finish
//!
//! Waits until the count of open jobs is zero. The jobs are done then, but the workers are still there.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;

type Job = Box<dyn FnOnce() + Send>;

pub struct Pool {
    jobs: Sender<Job>,
    open: Arc<AtomicUsize>,
}

impl Pool {
    pub fn new(workers: usize) -> Pool {
        let (jobs, queue) = mpsc::channel();
        let queue = Arc::new(Mutex::new(queue));
        for _ in 0..workers {
            let queue = Arc::clone(&queue);
            thread::spawn(move || work(&queue));
        }
        Pool {
            jobs,
            open: Arc::new(AtomicUsize::new(0)),
        }
    }

    pub fn submit<F>(&self, job: F)
    where
        F: FnOnce() + Send + 'static,
    {
        self.open.fetch_add(1, Ordering::SeqCst);
        let open = Arc::clone(&self.open);
        let counted = move || {
            job();
            open.fetch_sub(1, Ordering::SeqCst);
        };
        self.jobs.send(Box::new(counted)).unwrap();
    }

    pub fn finish(self) {
        drop(self.jobs);
        while self.open.load(Ordering::SeqCst) > 0 {
            thread::yield_now();
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
