//! expect: wrong-answer in schedules::whoever_waits_sleeps
//!
//! No condition variable, no lost notice: sleeps a millisecond, looks, sleeps again.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

pub struct PrintShop<D> {
    tray: Mutex<Tray<D>>,
    work: Condvar,
    unfinished: AtomicUsize,
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
            unfinished: AtomicUsize::new(0),
        }
    }

    pub fn hand_in(&self, document: D) -> Result<(), D> {
        let mut tray = self.tray.lock().unwrap();
        if tray.closed {
            return Err(document);
        }
        self.unfinished.fetch_add(1, SeqCst);
        tray.documents.push_back(document);
        self.work.notify_one();
        Ok(())
    }

    pub fn unfinished(&self) -> usize {
        self.unfinished.load(SeqCst)
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
        self.unfinished.fetch_sub(1, SeqCst);
    }

    pub fn wait_until_printed(&self) {
        while self.unfinished.load(SeqCst) > 0 {
            thread::sleep(Duration::from_millis(1));
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
