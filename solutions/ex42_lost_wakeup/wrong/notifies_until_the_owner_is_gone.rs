//! expect: livelock in schedules::a_document_that_comes_during_the_wait_keeps_nobody_there
//!
//! A retry on the other side: sends the notice again and again until the owner has left. If
//! a new document comes meanwhile, she does not leave, and the printer never prints it.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

pub struct PrintShop<D> {
    tray: Mutex<Tray<D>>,
    work: Condvar,
    unfinished: AtomicUsize,
    all_printed: Condvar,
    waiting: AtomicUsize,
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
            all_printed: Condvar::new(),
            waiting: AtomicUsize::new(0),
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
        if self.unfinished.fetch_sub(1, SeqCst) == 1 {
            while self.waiting.load(SeqCst) > 0 {
                self.all_printed.notify_all();
                thread::yield_now();
            }
        }
    }

    pub fn wait_until_printed(&self) {
        let mut tray = self.tray.lock().unwrap();
        self.waiting.fetch_add(1, SeqCst);
        while self.unfinished.load(SeqCst) > 0 {
            tray = self.all_printed.wait(tray).unwrap();
        }
        self.waiting.fetch_sub(1, SeqCst);
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
