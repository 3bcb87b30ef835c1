//! # 15 Mutex counter
//!
//! A library scans its old books, so that people can search them. To scan a
//! page takes long. So each page gets a thread of its own, and all the threads
//! add the words they find to one tally.
//!
//! Two tools make that possible:
//!
//! - A **mutex** wraps the tally. `lock()` waits until no other thread is
//!   inside, then hands you a *guard*. You reach the tally through the guard.
//!   When the guard is dropped, the next thread may go in.
//! - An **`Arc`** lets many threads own the same mutex. `Arc::clone` gives you
//!   another handle to it. It does not make a second tally.
//!
//! ## What to build
//!
//! [`tally_words`]: scan every page on a thread of its own, count the words of
//! all the pages in one tally, and return it.
//!
//! - Call `scan` exactly once for each page: `scan(0)` to `scan(pages - 1)`.
//! - Pages are scanned **at the same time**. Scanning is the slow part, so no
//!   thread may keep the others out of the tally while it scans.
//! - A word is what `str::split_whitespace` gives you, unchanged.
//!   `The` and `the` are two different words.
//! - No word may be missing when the function returns.
//!
//! ## Example
//!
//! ```
//! let pages = ["the sea the sky", "the ship"];
//! let tally = ex15::tally_words(2, move |page| pages[page].to_string());
//!
//! assert_eq!(tally["the"], 3);
//! assert_eq!(tally["ship"], 1);
//! ```
//!
//! ## Read first
//!
//! - The Book: [Shared-State Concurrency](https://doc.rust-lang.org/book/ch16-03-shared-state.html)
//! - std: [`Mutex`](https://doc.rust-lang.org/std/sync/struct.Mutex.html),
//!   [`Arc`](https://doc.rust-lang.org/std/sync/struct.Arc.html)
//!
//! Run `cargo test -p ex15` to see how far you are.

use std::collections::BTreeMap;

/// Scans `pages` pages, each on a thread of its own, and counts their words.
///
/// `scan` turns a page number, from 0, into the text of that page. Every thread
/// calls it, so it has to be shared between them, just like the tally.
///
/// A `BTreeMap` is a map that keeps its words in order. `entry` works as it
/// does for a `HashMap`.
///
/// Keep the signature: the tests call it as it stands.
pub fn tally_words<S>(pages: usize, scan: S) -> BTreeMap<String, usize>
where
    S: Fn(usize) -> String + Send + Sync + 'static,
{
    todo!("tally {pages} pages; the first one says {:?}", scan(0))
}
