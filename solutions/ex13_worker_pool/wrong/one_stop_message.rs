//! expect: deadlock in schedules::every_job_is_done_when_finish_returns
//!
//! Sends one message to stop. One worker gets it, the others go on waiting.

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
        self.jobs.send(Message::Stop).unwrap();
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
