//! expect: passed
//!
//! Each owner leaves a sender with the count, and waits for a message. A message that
//! comes early waits in the channel: nothing is lost.

use std::collections::VecDeque;
use std::sync::mpsc::{self, Sender};
use std::sync::{Condvar, Mutex};

pub struct PrintShop<D> {
    tray: Mutex<Tray<D>>,
    work: Condvar,
    count: Mutex<Count>,
}

#[derive(Default)]
struct Count {
    unfinished: usize,
    owners: Vec<Sender<()>>,
}

struct Tray<D> {
    documents: VecDeque<D>,
    closed: bool,
}

impl<D> PrintShop<D> {
    pub fn new() -> Self {
        Self {
            tray: Mutex::new(Tray {
                documents: VecDeque::new(),
                closed: false,
            }),
            work: Condvar::new(),
            count: Mutex::default(),
        }
    }

    pub fn hand_in(&self, document: D) -> Result<(), D> {
        let mut tray = self.tray.lock().unwrap();
        if tray.closed {
            return Err(document);
        }
        self.count.lock().unwrap().unfinished += 1;
        tray.documents.push_back(document);
        self.work.notify_one();
        Ok(())
    }

    pub fn unfinished(&self) -> usize {
        self.count.lock().unwrap().unfinished
    }

    pub fn run_printer<P>(&self, mut print: P) -> usize
    where
        P: FnMut(D),
    {
        let mut printed = 0;
        while let Some(document) = self.next_document() {
            print(document);
            printed += 1;
            self.finish_one();
        }
        printed
    }

    fn next_document(&self) -> Option<D> {
        let mut tray = self.tray.lock().unwrap();
        loop {
            if let Some(document) = tray.documents.pop_front() {
                return Some(document);
            }
            if tray.closed {
                return None;
            }
            tray = self.work.wait(tray).unwrap();
        }
    }

    fn finish_one(&self) {
        let mut count = self.count.lock().unwrap();
        count.unfinished -= 1;
        if count.unfinished == 0 {
            for owner in count.owners.drain(..) {
                owner.send(()).unwrap();
            }
        }
    }

    pub fn wait_until_printed(&self) {
        let (owner, word) = mpsc::channel();
        let mut count = self.count.lock().unwrap();
        if count.unfinished > 0 {
            count.owners.push(owner);
            drop(count);
            word.recv().unwrap();
        }
    }

    pub fn close(&self) {
        self.tray.lock().unwrap().closed = true;
        self.work.notify_all();
    }
}

impl<D> Default for PrintShop<D> {
    fn default() -> Self {
        Self::new()
    }
}
