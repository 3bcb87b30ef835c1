//! A list of three nodes; two neighbours are removed at once.
//!
//! Source: Harris, "A Pragmatic Implementation of Non-Blocking Linked-Lists"
//! (DISC 2001), which marks nodes for this reason.
//! Goes wrong: the second removal links from a node that is no longer in the list.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

const MARK: usize = 16;
const END: usize = 4;

fn remove<const FIXED: bool>(next: &[AtomicUsize; 4], before: usize, node: usize) -> bool {
    let mut after = next[node].load(SeqCst);
    if FIXED {
        // A marked link says that its node is being removed.
        after = next[node].fetch_or(MARK, SeqCst);
        if after & MARK != 0 {
            return false;
        }
    }
    let swapped = next[before].compare_exchange(node, after, SeqCst, SeqCst);
    if FIXED && swapped.is_err() {
        next[node].fetch_and(!MARK, SeqCst);
    }
    swapped.is_ok()
}

pub fn body<const FIXED: bool>() {
    // 0 is the head; 1, 2 and 3 hang on it.
    let next = Arc::new([1, 2, 3, END].map(AtomicUsize::new));
    let theirs = Arc::clone(&next);
    let other = thread::spawn(move || remove::<FIXED>(&theirs, 1, 2));
    let first = remove::<FIXED>(&next, 0, 1);
    let second = other.join().unwrap();
    let mut at = next[0].load(SeqCst) & !MARK;
    while at != END {
        assert!(
            !(at == 1 && first || at == 2 && second),
            "a removed node is back"
        );
        at = next[at].load(SeqCst) & !MARK;
    }
}
