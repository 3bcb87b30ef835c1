//! expect: passed
//!
//! The reference: the count is part of the tray. Whoever changes it holds the lock that
//! the owner looks under, so nothing can change between her look and her sleep.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

/// A shop that prints documents of type `D`, shared by all its threads.
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

impl<D> PrintShop<D> {
    /// An open shop with nothing to do.
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

    /// Puts `document` into the tray. Returns it as an `Err` when the shop is closed.
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

    /// How many documents were handed in and are not yet printed.
    pub fn unfinished(&self) -> usize {
        self.tray.lock().unwrap().unfinished
    }

    /// Prints document after document until the shop is closed and the tray is empty.
    /// Returns how many.
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

    /// Waits until no document is unfinished.
    pub fn wait_until_printed(&self) {
        let mut tray = self.tray.lock().unwrap();
        while tray.unfinished > 0 {
            tray = self.all_printed.wait(tray).unwrap();
        }
    }

    /// Closes the shop: nothing is handed in any more.
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
