//! expect: passed
//!
//! Counts what is being printed, and what is in the tray counts itself. One condition
//! variable for all: then every change must wake all of them.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct PrintShop<D> {
    tray: Mutex<Tray<D>>,
    news: Condvar,
}

struct Tray<D> {
    documents: VecDeque<D>,
    closed: bool,
    printing: usize,
}

impl<D> Tray<D> {
    fn unfinished(&self) -> usize {
        self.documents.len() + self.printing
    }
}

impl<D> PrintShop<D> {
    pub fn new() -> Self {
        Self {
            tray: Mutex::new(Tray {
                documents: VecDeque::new(),
                closed: false,
                printing: 0,
            }),
            news: Condvar::new(),
        }
    }

    pub fn hand_in(&self, document: D) -> Result<(), D> {
        let mut tray = self.tray.lock().unwrap();
        if tray.closed {
            return Err(document);
        }
        tray.documents.push_back(document);
        self.news.notify_all();
        Ok(())
    }

    pub fn unfinished(&self) -> usize {
        self.tray.lock().unwrap().unfinished()
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
                tray.printing += 1;
                return Some(document);
            }
            if tray.closed {
                return None;
            }
            tray = self.news.wait(tray).unwrap();
        }
    }

    fn finish_one(&self) {
        self.tray.lock().unwrap().printing -= 1;
        self.news.notify_all();
    }

    pub fn wait_until_printed(&self) {
        let tray = self.tray.lock().unwrap();
        let _empty = self
            .news
            .wait_while(tray, |tray| tray.unfinished() > 0)
            .unwrap();
    }

    pub fn close(&self) {
        self.tray.lock().unwrap().closed = true;
        self.news.notify_all();
    }
}

impl<D> Default for PrintShop<D> {
    fn default() -> Self {
        Self::new()
    }
}
