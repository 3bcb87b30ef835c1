//! expect: deadlock in schedules::the_owner_goes_home_when_the_last_document_is_printed
//!
//! `try_send` into a channel with no place is a notice that nobody keeps: it is lost if the
//! owner does not receive at that very moment.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Condvar, Mutex};

pub struct PrintShop<D> {
    tray: Mutex<Tray<D>>,
    work: Condvar,
    unfinished: AtomicUsize,
    all_printed: SyncSender<()>,
    word: Mutex<Receiver<()>>,
}

struct Tray<D> {
    documents: VecDeque<D>,
    closed: bool,
}

impl<D> PrintShop<D> {
    pub fn new() -> Self {
        let (all_printed, word) = mpsc::sync_channel(0);
        Self {
            tray: Mutex::new(Tray {
                documents: VecDeque::new(),
                closed: false,
            }),
            work: Condvar::new(),
            unfinished: AtomicUsize::new(0),
            all_printed,
            word: Mutex::new(word),
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
            let _ = self.all_printed.try_send(());
        }
    }

    pub fn wait_until_printed(&self) {
        while self.unfinished.load(SeqCst) > 0 {
            self.word.lock().unwrap().recv().unwrap();
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
