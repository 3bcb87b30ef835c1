//! The same function, with every order in which its threads can take turns.
//!
//! In this file, and in yours as it is compiled here, `std` is the explorer's
//! look-alike. The explorer decides which thread runs next, and tries all the
//! orders that matter. A word that gets lost once in a million runs gets lost
//! here every time.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex15;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};

#[test]
fn every_word_is_counted() {
    interleave::explore(|| {
        let tally = ex15::tally_words(2, |_| "sea".to_string());
        assert_eq!(
            tally,
            BTreeMap::from([("sea".to_string(), 2)]),
            "two pages say \"sea\" once each. Was a word overwritten, or the tally read too early?"
        );
    });
}

#[test]
fn two_pages_are_scanned_at_the_same_time() {
    interleave::explore(|| {
        let scanning = Arc::new(AtomicUsize::new(0));
        let together = Arc::new(AtomicBool::new(false));
        let scan = {
            let (scanning, together) = (Arc::clone(&scanning), Arc::clone(&together));
            move |page| {
                // Whoever comes in while another page is still being scanned says so.
                if scanning.fetch_add(1, SeqCst) > 0 {
                    together.store(true, SeqCst);
                }
                scanning.fetch_sub(1, SeqCst);
                format!("page {page}")
            }
        };
        ex15::tally_words(2, scan);
        assert!(
            interleave::threads_spawned() > 0,
            "tally_words started no thread: every page needs a thread of its own"
        );
        sometimes!(
            together.load(SeqCst),
            "two pages are being scanned at the same time"
        );
    });
}

#[test]
fn three_pages_are_scanned_at_the_same_time() {
    interleave::explore(|| {
        let scanning = Arc::new(AtomicUsize::new(0));
        let together = Arc::new(AtomicBool::new(false));
        let scan = {
            let (scanning, together) = (Arc::clone(&scanning), Arc::clone(&together));
            move |_| {
                if scanning.fetch_add(1, SeqCst) == 2 {
                    together.store(true, SeqCst);
                }
                scanning.fetch_sub(1, SeqCst);
                String::new()
            }
        };
        ex15::tally_words(3, scan);
        sometimes!(
            together.load(SeqCst),
            "all three pages are being scanned at the same time"
        );
    });
}

/// The signatures of the task hold here as well: what a test compares is what it seems to be.
type Read = fn(usize) -> String;
const _: fn(usize, Read) -> BTreeMap<String, usize> = ex15::tally_words;
