//! expect: passed
//!
//! One message for each worker says that it is time to stop. It stands behind all jobs, so they are done
//! first.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

type Job = Box<dyn FnOnce() + Send>;

enum Message {
    Run(Job),
    Stop,
}

pub struct Pool {
    jobs: Sender<Message>,
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
        self.jobs.send(Message::Run(Box::new(job))).unwrap();
    }

    pub fn finish(self) {
        for _ in &self.workers {
            self.jobs.send(Message::Stop).unwrap();
        }
        for worker in self.workers {
            worker.join().unwrap();
        }
    }
}

fn work(queue: &Mutex<Receiver<Message>>) {
    loop {
        let message = queue.lock().unwrap().recv().unwrap();
        match message {
            Message::Run(job) => job(),
            Message::Stop => break,
        }
    }
}
