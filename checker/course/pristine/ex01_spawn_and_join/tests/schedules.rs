//! Nobody can say which of several threads gets on faster: the operating system decides, and
//! decides differently every day. So one run proves little. These tests run your function
//! again and again, and let another thread go first each time, until every order that matters
//! has been tried. From here on, `std` is the library that does this. Your own file is
//! compiled with it too, and stays as it is.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex01;

use interleave::the_real_std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, ThreadId};

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

#[test]
fn the_counts_keep_the_order_of_the_texts() {
    interleave::explore(|| {
        let texts = owned(&["to be", "or not to be"]);
        assert_eq!(
            ex01::count_all(texts, words),
            [2, 4],
            "the counts of \"to be\" and \"or not to be\", in this order, \
             whichever thread is the faster one"
        );
    });
}

#[test]
fn every_text_has_a_thread_of_its_own() {
    // A real mutex, which no schedule tells of: this list is the test's own business.
    static THREADS: Mutex<Vec<ThreadId>> = Mutex::new(Vec::new());

    fn note_thread_and_count(text: &str) -> usize {
        THREADS.lock().unwrap().push(thread::current().id());
        words(text)
    }

    interleave::explore(|| {
        THREADS.lock().unwrap().clear();
        ex01::count_all(owned(&["first text", "second text"]), note_thread_and_count);

        let threads = THREADS.lock().unwrap().clone();
        assert_eq!(
            threads.len(),
            2,
            "how many of the 2 texts were counted when `count_all` returned"
        );
        assert!(
            !threads.contains(&thread::current().id()),
            "the thread that called `count_all` counted a text itself: leave that to new threads"
        );
        assert_ne!(
            threads[0], threads[1],
            "one thread counted both texts: start one for each"
        );
    });
}

#[test]
fn all_texts_are_counted_at_the_same_time() {
    static AT_WORK: AtomicUsize = AtomicUsize::new(0);
    static ALL_AT_ONCE: AtomicBool = AtomicBool::new(false);

    fn count_among_others(text: &str) -> usize {
        if AT_WORK.fetch_add(1, Ordering::SeqCst) == 2 {
            ALL_AT_ONCE.store(true, Ordering::SeqCst);
        }
        let count = words(text);
        AT_WORK.fetch_sub(1, Ordering::SeqCst);
        count
    }

    interleave::explore(|| {
        ex01::count_all(owned(&["one", "two", "three"]), count_among_others);

        sometimes!(
            ALL_AT_ONCE.load(Ordering::SeqCst),
            "all three texts are being counted at the same time"
        );
    });
}

/// The signatures of the task hold here as well: what a test compares is what it seems to be.
type Count = fn(&str) -> usize;
const _: fn(Vec<String>, Count) -> Vec<usize> = ex01::count_all;
