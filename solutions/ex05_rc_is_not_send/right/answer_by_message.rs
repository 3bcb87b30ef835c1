//! expect: passed
//!
//! The documents live on a thread of their own, and the handles send it requests.

use std::collections::BTreeMap;
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

enum Request {
    Append(String, String, Sender<()>),
    Read(String, Sender<Option<String>>),
}

#[derive(Clone)]
pub struct Documents {
    requests: Sender<Request>,
}

impl Default for Documents {
    fn default() -> Self {
        Self::new()
    }
}

impl Documents {
    pub fn new() -> Self {
        let (requests, inbox) = mpsc::channel();
        thread::spawn(move || {
            let mut texts: BTreeMap<String, String> = BTreeMap::new();
            for request in inbox {
                match request {
                    Request::Append(name, line, done) => {
                        let text = texts.entry(name).or_default();
                        text.push_str(&line);
                        text.push('\n');
                        let _ = done.send(());
                    }
                    Request::Read(name, answer) => {
                        let _ = answer.send(texts.get(&name).cloned());
                    }
                }
            }
        });
        Self { requests }
    }

    pub fn append(&self, name: &str, line: &str) {
        let (done, finished) = mpsc::channel();
        let request = Request::Append(name.to_string(), line.to_string(), done);
        self.requests.send(request).unwrap();
        finished.recv().unwrap();
    }

    pub fn read(&self, name: &str) -> Option<String> {
        let (answer, inbox) = mpsc::channel();
        let request = Request::Read(name.to_string(), answer);
        self.requests.send(request).unwrap();
        inbox.recv().unwrap()
    }
}

pub fn in_background<W, R>(work: W) -> JoinHandle<R>
where
    W: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    thread::spawn(work)
}
