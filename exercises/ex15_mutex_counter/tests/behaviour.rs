//! What [`ex15::tally_words`] does, seen from outside, on real threads.
//!
//! Whether it still does so when the threads meet at a bad moment is the
//! business of `schedules.rs`.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;

use ex15::tally_words;

type Scan = fn(usize) -> String;
type Tally = BTreeMap<String, usize>;

/// Compiles only while the signature is the one that the task gave you.
const _: fn(usize, Scan) -> Tally = tally_words;

/// The tally that a list of words and numbers stands for.
fn tally(words: &[(&str, usize)]) -> Tally {
    words
        .iter()
        .map(|(word, times)| (word.to_string(), *times))
        .collect()
}

#[test]
fn the_words_of_all_pages_are_counted() {
    testkit::watchdog(|| {
        let pages = ["the sea the sky", "the ship", "a ship at sea"];
        let counted = tally_words(3, move |page| pages[page].to_string());
        assert_eq!(
            counted,
            tally(&[
                ("a", 1),
                ("at", 1),
                ("sea", 2),
                ("ship", 2),
                ("sky", 1),
                ("the", 3),
            ]),
            "the tally of three short pages (left) is not what they say (right)"
        );
    });
}

#[test]
fn every_page_of_a_long_book_is_scanned_and_counted_once() {
    testkit::watchdog(|| {
        let scans: Arc<Vec<AtomicUsize>> = Arc::new((0..40).map(|_| 0.into()).collect());
        let seen = Arc::clone(&scans);
        let counted = tally_words(40, move |page| {
            seen[page].fetch_add(1, Ordering::Relaxed);
            format!("page {page} {}", "word ".repeat(50))
        });
        for (page, times) in scans.iter().enumerate() {
            let times = times.load(Ordering::Relaxed);
            assert_eq!(times, 1, "page {page} of 40 was scanned {times} times");
        }
        assert_eq!(counted["page"], 40, "each of 40 pages says \"page\" once");
        assert_eq!(
            counted["word"], 2000,
            "each of 40 pages says \"word\" 50 times"
        );
        assert_eq!(
            counted.len(),
            42,
            "\"page\", \"word\" and the numbers 0 to 39 make 42 different words"
        );
    });
}

#[test]
fn words_are_taken_as_they_stand() {
    testkit::watchdog(|| {
        let counted = tally_words(1, |_| "The  the\nthe, \t sea ".to_string());
        assert_eq!(
            counted,
            tally(&[("The", 1), ("sea", 1), ("the", 1), ("the,", 1)]),
            "split at white space, and change nothing else"
        );
    });
}

#[test]
fn a_book_without_pages_has_no_words() {
    testkit::watchdog(|| {
        let counted = tally_words(0, |page| format!("page {page}"));
        assert_eq!(counted, tally(&[]), "no page, no word");
    });
}

#[test]
fn forty_pages_are_scanned_at_the_same_time() {
    testkit::watchdog(|| {
        // No thread that you started ends its scan before forty have begun one.
        let all_at_work = Barrier::new(40);
        let caller = thread::current().id();
        let counted = tally_words(40, move |_| {
            if thread::current().id() != caller {
                all_at_work.wait();
            }
            "sea".to_string()
        });
        assert_eq!(
            counted,
            tally(&[("sea", 40)]),
            "40 pages say \"sea\" once each"
        );
    });
}
