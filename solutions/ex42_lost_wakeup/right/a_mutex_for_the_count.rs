//! expect: passed
//!
//! The count has a mutex of its own, and `all_printed` belongs to that one. The display and
//! the owner are not in the printers' way at the tray.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct PrintShop<D> {
    tray: Mutex<Tray<D>>,
    work: Condvar,
    unfinished: Mutex<usize>,
    all_printed: Condvar,
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
            unfinished: Mutex::new(0),
            all_printed: Condvar::new(),
        }
    }

    pub fn hand_in(&self, document: D) -> Result<(), D> {
        let mut tray = self.tray.lock().unwrap();
        if tray.closed {
            return Err(document);
        }
        *self.unfinished.lock().unwrap() += 1;
        tray.documents.push_back(document);
        self.work.notify_one();
        Ok(())
    }

    pub fn unfinished(&self) -> usize {
        *self.unfinished.lock().unwrap()
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
        let mut unfinished = self.unfinished.lock().unwrap();
        *unfinished -= 1;
        let none_left = *unfinished == 0;
        drop(unfinished);
        if none_left {
            self.all_printed.notify_all();
        }
    }

    pub fn wait_until_printed(&self) {
        let unfinished = self.unfinished.lock().unwrap();
        let _none = self
            .all_printed
            .wait_while(unfinished, |unfinished| *unfinished > 0)
            .unwrap();
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
