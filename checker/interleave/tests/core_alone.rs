//! The other form of a fact in `facts.rs`: where only `std` is replaced, a
//! program that says `core` slips past the explorer.

extern crate interleave as std;

use interleave::{Explorer, Outcome};
use std::thread;

#[test]
fn core_slips_past_a_look_alike_of_std_alone() {
    let outcome = Explorer::new().run(|| {
        use core::sync::atomic::{AtomicU32, Ordering::SeqCst};
        let n = AtomicU32::new(0);
        thread::scope(|s| {
            s.spawn(|| n.store(n.load(SeqCst) + 1, SeqCst));
            s.spawn(|| n.store(n.load(SeqCst) + 1, SeqCst));
        });
        assert_eq!(n.load(SeqCst), 2);
    });
    assert!(matches!(outcome, Outcome::Passed(_)));
}
