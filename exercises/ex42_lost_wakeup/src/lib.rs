//! # 42 Lost wakeup
//!
//! A print shop. Customers hand documents in at the counter, and a few printers
//! print them, each on a thread of its own. In the evening the owner waits until
//! the last document is printed. Then she closes the shop and goes home.
//!
//! This program has run the shop for years, and no document was ever lost. But
//! once or twice a year the owner is still at the counter in the morning. All
//! documents are printed, the display says 0, and she waits.
//!
//! Nobody could ever make it happen again. Such a bug is called a **Heisenbug**: it
//! is gone as soon as you look for it. Try for yourself. This runs a hundred
//! thousand evenings, and says how many of them did not end:
//!
//! ```text
//! cargo run --release -p ex42 --example plain_runs
//! ```
//!
//! ## What to do
//!
//! 1. Read the code below. It has **one** bug. Do you see it?
//! 2. `cargo checker check ex42` finds an evening that does not end, and shows it
//!    line by line, with a column for each thread. `cargo checker step ex42` lets
//!    you walk through that evening, one step at a time, forwards and backwards.
//! 3. Say in one sentence what has to happen between which two steps. Then mend
//!    it. A few lines are enough.
//!
//! Whichever order the threads take turns in:
//!
//! - Everyone in `wait_until_printed` comes out again when all is printed, and nobody
//!   comes out while a document is still unfinished.
//! - Whoever waits sleeps until somebody wakes them. No `sleep`, no time limit, no
//!   loop that looks again and again: those do not mend the bug. They turn a night
//!   at the counter into a short wait, and nobody will ever look for it again.
//! - Printers can still print at the same time. Meanwhile, customers can hand
//!   documents in, and the display can be read.
//!
//! All the rest is as it should be. Leave it that way.
//!
//! ## Example
//!
//! ```
//! use std::thread;
//!
//! let shop = ex42::PrintShop::new();
//! thread::scope(|scope| {
//!     let printer = scope.spawn(|| shop.run_printer(|name| println!("{name}")));
//!     shop.hand_in("invitation").unwrap();
//!     shop.hand_in("menu").unwrap();
//!     shop.wait_until_printed();
//!     assert_eq!(shop.unfinished(), 0);
//!     shop.close();
//!     assert_eq!(shop.hand_in("poster"), Err("poster")); // closed: take it back
//!     assert_eq!(printer.join().unwrap(), 2);
//! });
//! ```
//!
//! ## Read first
//!
//! - Exercise 21, which says what a condition variable does, and what it does not
//! - std: [`Condvar`](https://doc.rust-lang.org/std/sync/struct.Condvar.html)
//! - Mara Bos, *Rust Atomics and Locks*:
//!   [Condition Variables](https://marabos.nl/atomics/basics.html#condvar)

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};

/// A shop that prints documents of type `D`, shared by all its threads.
///
/// You may change the fields. Keep the signatures of the public methods, and put no
/// bounds on `D`.
pub struct PrintShop<D> {
    tray: Mutex<Tray<D>>,
    /// Printers sleep here while the tray is empty.
    work: Condvar,
    /// Documents in the tray, and those that are being printed.
    ///
    /// Not in the tray's mutex: the display reads it many times a second, and must not
    /// be in the printers' way.
    unfinished: AtomicUsize,
    /// The owner sleeps here while documents are unfinished.
    all_printed: Condvar,
}

/// What is behind the counter.
struct Tray<D> {
    documents: VecDeque<D>,
    closed: bool,
}

impl<D> PrintShop<D> {
    /// An open shop with nothing to do.
    pub fn new() -> Self {
        Self {
            tray: Mutex::new(Tray {
                documents: VecDeque::new(),
                closed: false,
            }),
            work: Condvar::new(),
            unfinished: AtomicUsize::new(0),
            all_printed: Condvar::new(),
        }
    }

    /// Puts `document` into the tray. Returns it as an `Err` when the shop is closed.
    pub fn hand_in(&self, document: D) -> Result<(), D> {
        let mut tray = self.tray.lock().unwrap();
        if tray.closed {
            return Err(document);
        }
        // Before a printer can have it: a count that comes too late would go below 0.
        self.unfinished.fetch_add(1, SeqCst);
        tray.documents.push_back(document);
        self.work.notify_one();
        Ok(())
    }

    /// How many documents were handed in and are not yet printed. The display above
    /// the counter shows this.
    pub fn unfinished(&self) -> usize {
        self.unfinished.load(SeqCst)
    }

    /// Prints document after document with `print`, the oldest first. Waits while
    /// there is none. Ends when the shop is closed and the tray is empty, and returns
    /// how many documents it printed.
    ///
    /// Each printer is a thread in this method. `print` may hand documents in, read the
    /// display and close the shop. It must not panic.
    pub fn run_printer<P>(&self, mut print: P) -> usize
    where
        P: FnMut(D),
    {
        let mut printed = 0;
        while let Some(document) = self.next_document() {
            // No lock here: printing takes long, and the others go on meanwhile.
            print(document);
            printed += 1;
            self.finish_one();
        }
        printed
    }

    /// The oldest document in the tray. `None` when there will be no more.
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

    /// Counts a document as printed, and wakes the owner after the last one.
    fn finish_one(&self) {
        // `fetch_sub` returns the count as it was before. So exactly one printer
        // sees the 1, however many end at the same time.
        if self.unfinished.fetch_sub(1, SeqCst) == 1 {
            self.all_printed.notify_all();
        }
    }

    /// Waits until no document is unfinished. Several threads may wait at once.
    ///
    /// A document that is handed in during the wait may be waited for as well, or not.
    pub fn wait_until_printed(&self) {
        let mut tray = self.tray.lock().unwrap();
        // In a loop: `wait` may return for no reason.
        while self.unfinished.load(SeqCst) > 0 {
            tray = self.all_printed.wait(tray).unwrap();
        }
    }

    /// Closes the shop: nothing is handed in any more. What is in the tray is still
    /// printed, and then the printers end.
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
