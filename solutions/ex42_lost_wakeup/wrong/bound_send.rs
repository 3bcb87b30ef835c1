//! expect: unsound in compile_fail::rc_handed_in
//!
//! Puts a bound on `D` that the task rules out. A shop on one thread could no longer print
//! what may not be sent.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct PrintShop<D> {
    tray: Mutex<Tray<D>>,
    work: Condvar,
    all_printed: Condvar,
}

struct Tray<D> {
    documents: VecDeque<D>,
    closed: bool,
    unfinished: usize,
}

impl<D: Send> PrintShop<D> {
    pub fn new() -> Self {
        Self {
            tray: Mutex::new(Tray {
                documents: VecDeque::new(),
                closed: false,
                unfinished: 0,
            }),
            work: Condvar::new(),
            all_printed: Condvar::new(),
        }
    }

    pub fn hand_in(&self, document: D) -> Result<(), D> {
        let mut tray = self.tray.lock().unwrap();
        if tray.closed {
            return Err(document);
        }
        tray.unfinished += 1;
        tray.documents.push_back(document);
        self.work.notify_one();
        Ok(())
    }

    pub fn unfinished(&self) -> usize {
        self.tray.lock().unwrap().unfinished
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
        let mut tray = self.tray.lock().unwrap();
        tray.unfinished -= 1;
        if tray.unfinished == 0 {
            self.all_printed.notify_all();
        }
    }

    pub fn wait_until_printed(&self) {
        let mut tray = self.tray.lock().unwrap();
        while tray.unfinished > 0 {
            tray = self.all_printed.wait(tray).unwrap();
        }
    }

    pub fn close(&self) {
        self.tray.lock().unwrap().closed = true;
        self.work.notify_all();
    }
}

impl<D: Send> Default for PrintShop<D> {
    fn default() -> Self {
        Self::new()
    }
}
