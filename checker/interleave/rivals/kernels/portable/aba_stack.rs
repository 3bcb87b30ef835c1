//! A lock-free stack of numbered nodes that are used again.
//!
//! Source: Treiber (1986); the ABA problem in Michael (PODC 2002).
//! Goes wrong: a pop holds the old successor of a node that was popped and
//! pushed again meanwhile.
//! Expected: race.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

const NONE: u32 = 9;

/// The low byte of `top` names the node, the rest counts changes.
struct Stack {
    top: AtomicU32,
    next: [AtomicU32; 3],
}

impl Stack {
    fn swap_top<const FIXED: bool>(&self, old: u32, node: u32) -> bool {
        let version = if FIXED { (old >> 8) + 1 } else { 0 };
        let new = (version << 8) | node;
        self.top.compare_exchange(old, new, SeqCst, SeqCst).is_ok()
    }

    fn pop<const FIXED: bool>(&self) -> Option<u32> {
        loop {
            let top = self.top.load(SeqCst);
            let node = top & 255;
            if node == NONE {
                return None;
            }
            let next = self.next[node as usize].load(SeqCst);
            if self.swap_top::<FIXED>(top, next) {
                return Some(node);
            }
        }
    }

    fn push<const FIXED: bool>(&self, node: u32) {
        loop {
            let top = self.top.load(SeqCst);
            self.next[node as usize].store(top & 255, SeqCst);
            if self.swap_top::<FIXED>(top, node) {
                return;
            }
        }
    }
}

pub fn body<const FIXED: bool>() {
    // 0 on 1 on 2.
    let stack = Arc::new(Stack {
        top: AtomicU32::new(0),
        next: [1, 2, NONE].map(AtomicU32::new),
    });
    let theirs = Arc::clone(&stack);
    let other = thread::spawn(move || {
        let first = theirs.pop::<FIXED>().unwrap();
        let second = theirs.pop::<FIXED>();
        theirs.push::<FIXED>(first);
        second
    });
    let mut all = vec![stack.pop::<FIXED>()];
    all.push(other.join().unwrap());
    while let Some(node) = stack.pop::<FIXED>() {
        all.push(Some(node));
    }
    let mut all: Vec<u32> = all.into_iter().flatten().collect();
    all.sort_unstable();
    assert_eq!(all, [0, 1, 2], "a node came out twice or never");
}
