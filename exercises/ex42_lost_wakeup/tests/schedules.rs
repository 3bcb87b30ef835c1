//! The same shop, with every order in which its threads can take turns.
//!
//! In this file, and in yours as it is compiled here, `std` is the explorer's
//! look-alike. The explorer decides which thread runs next, and tries all the
//! orders that matter. What happens once in a million evenings happens here each
//! time.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex42;

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed, Ordering::SeqCst};
use std::thread;
use std::time::{Duration, Instant};

use ex42::PrintShop;
use interleave::{Explorer, FailureKind, Outcome};

const OPEN: &str = "the shop is open";
const PANICKED: &str = "a thread of the shop panicked";

#[test]
fn the_owner_goes_home_when_the_last_document_is_printed() {
    interleave::explore(|| {
        let shop = PrintShop::new();
        let printed = AtomicUsize::new(0);
        shop.hand_in("menu").expect(OPEN);
        // The shop takes no more, so the printer ends as soon as the tray is empty.
        shop.close();
        thread::scope(|scope| {
            scope.spawn(|| {
                shop.run_printer(|_| {
                    printed.fetch_add(1, Relaxed);
                })
            });
            shop.wait_until_printed();
            assert_eq!(
                printed.load(Relaxed),
                1,
                "one document was handed in: `wait_until_printed` returns when it is printed"
            );
        });
    });
}

#[test]
fn the_owner_waits_for_both_printers() {
    interleave::explore(|| {
        let shop = PrintShop::new();
        let printed = [AtomicBool::new(false), AtomicBool::new(false)];
        let print = |document: usize| printed[document].store(true, Relaxed);
        shop.hand_in(0).expect(OPEN);
        shop.hand_in(1).expect(OPEN);
        shop.close();
        thread::scope(|scope| {
            scope.spawn(|| shop.run_printer(print));
            scope.spawn(|| shop.run_printer(print));
            shop.wait_until_printed();
            assert!(
                printed.iter().all(|document| document.load(Relaxed)),
                "two documents were handed in: `wait_until_printed` returns when both are printed"
            );
        });
    });
}

#[test]
fn everyone_who_waits_is_woken() {
    interleave::explore(|| {
        let shop = PrintShop::new();
        shop.hand_in("menu").expect(OPEN);
        shop.close();
        thread::scope(|scope| {
            scope.spawn(|| shop.wait_until_printed());
            scope.spawn(|| shop.wait_until_printed());
            shop.run_printer(drop);
        });
        assert_eq!(shop.unfinished(), 0, "the only document was printed");
    });
}

#[test]
fn two_printers_print_at_the_same_time() {
    interleave::explore(|| {
        let shop = PrintShop::new();
        let printing = AtomicUsize::new(0);
        let two_at_once = AtomicBool::new(false);
        let print = |_| {
            if printing.fetch_add(1, SeqCst) > 0 {
                two_at_once.store(true, SeqCst);
            }
            printing.fetch_sub(1, SeqCst);
        };
        shop.hand_in("menu").expect(OPEN);
        shop.hand_in("poster").expect(OPEN);
        shop.close();
        thread::scope(|scope| {
            scope.spawn(|| shop.run_printer(print));
            shop.run_printer(print);
        });
        sometimes!(
            two_at_once.load(SeqCst),
            "two printers are printing at the same time"
        );
    });
}

#[test]
fn the_counter_is_open_while_a_printer_prints() {
    interleave::explore(|| {
        let shop = PrintShop::new();
        // The number of the document that is being printed.
        let printing = AtomicUsize::new(0);
        shop.hand_in(1).expect(OPEN);
        let (before, between, after) = thread::scope(|scope| {
            scope.spawn(|| {
                shop.run_printer(|document| {
                    printing.store(document, SeqCst);
                    printing.store(0, SeqCst);
                    if document == 2 {
                        shop.close();
                    }
                })
            });
            let before = printing.load(SeqCst);
            shop.hand_in(2).expect(OPEN);
            let between = printing.load(SeqCst);
            shop.unfinished();
            let after = printing.load(SeqCst);
            (before, between, after)
        });
        sometimes!(
            before == 1 && between == 1,
            "a customer hands a document in while a printer prints another"
        );
        sometimes!(
            between == 1 && after == 1,
            "the display is read while a printer prints"
        );
    });
}

#[test]
fn a_document_that_comes_during_the_wait_keeps_nobody_there() {
    interleave::explore(|| {
        let shop = PrintShop::new();
        shop.hand_in("menu").expect(OPEN);
        let printed = thread::scope(|scope| {
            scope.spawn(|| shop.wait_until_printed());
            let printer = scope.spawn(|| {
                shop.run_printer(|document| {
                    if document == "poster" {
                        shop.close();
                    }
                })
            });
            shop.hand_in("poster").expect(OPEN);
            printer.join().expect(PANICKED)
        });
        assert_eq!(
            (printed, shop.unfinished()),
            (2, 0),
            "two documents were handed in: how many were printed, and how many are unfinished"
        );
    });
}

#[test]
fn the_next_evening_is_as_good_as_the_first() {
    interleave::explore(|| {
        let shop = PrintShop::new();
        let printed = AtomicUsize::new(0);
        let seen = thread::scope(|scope| {
            scope.spawn(|| {
                shop.run_printer(|document| {
                    printed.fetch_add(1, Relaxed);
                    if document == "poster" {
                        shop.close();
                    }
                })
            });
            ["menu", "poster"].map(|document| {
                shop.hand_in(document).expect(OPEN);
                shop.wait_until_printed();
                printed.load(Relaxed)
            })
        });
        assert_eq!(
            seen,
            [1, 2],
            "one document each evening: these were printed when `wait_until_printed` returned"
        );
    });
}

#[test]
fn close_sends_every_printer_home() {
    interleave::explore(|| {
        let shop = PrintShop::new();
        let printed = thread::scope(|scope| {
            let one = scope.spawn(|| shop.run_printer(drop));
            let other = scope.spawn(|| shop.run_printer(drop));
            shop.hand_in("menu").expect(OPEN);
            shop.close();
            one.join().expect(PANICKED) + other.join().expect(PANICKED)
        });
        assert_eq!(
            printed, 1,
            "one document was handed in before the shop closed"
        );
    });
}

#[test]
fn whoever_waits_sleeps() {
    // Nobody prints, so the owner waits for ever. If she sleeps, no thread can go on, and
    // the explorer calls that a deadlock. Here, for once, it is what must happen.
    let outcome = Explorer::new().run(|| {
        let shop = PrintShop::new();
        shop.hand_in("menu").expect(OPEN);
        shop.wait_until_printed();
    });
    match outcome {
        Outcome::Failed(report) if report.kind() == FailureKind::Deadlock => {}
        Outcome::Failed(report) if report.kind() == FailureKind::Livelock => panic!(
            "nobody prints the only document, so whoever is in `wait_until_printed` must sleep. \
             But something wakes up again and again to look: a loop, a `sleep` or a time limit\n    \
             {}",
            where_to_look(report.story())
        ),
        Outcome::Failed(report) => panic!(
            "nobody prints the only document, so whoever is in `wait_until_printed` must sleep. \
             But: {}",
            report.message()
        ),
        Outcome::Passed(_) => {
            panic!("nobody prints the only document, and yet `wait_until_printed` returned")
        }
    }

    // Now somebody prints.
    interleave::explore(|| {
        let shop = PrintShop::new();
        shop.hand_in("menu").expect(OPEN);
        shop.close();
        thread::scope(|scope| {
            scope.spawn(|| shop.wait_until_printed());
            shop.run_printer(drop);
        });
    });
}

/// The first place that the explorer names: `at src/lib.rs:80   ...`.
fn where_to_look(story: &str) -> &str {
    let mut lines = story.lines().map(str::trim);
    lines
        .find(|line| line.starts_with("at "))
        .unwrap_or_default()
}

#[test]
fn nobody_waits_for_the_clock() {
    // The explorer has a clock of its own. It stands still until a thread sleeps, or waits
    // with a time limit that passes.
    interleave::explore(|| {
        let opened = Instant::now();
        let shop = PrintShop::new();
        thread::scope(|scope| {
            scope.spawn(|| shop.run_printer(|_| shop.close()));
            shop.hand_in("menu").expect(OPEN);
            shop.wait_until_printed();
        });
        assert!(
            opened.elapsed() < Duration::from_micros(50),
            "time has passed: somebody slept, or waited with a time limit, instead of being woken"
        );
    });
}

use std::{fmt::Debug, hash::Hash};

/// The signatures of the task hold here as well: what a test compares is what it seems to be.
/// Bounds are the business of other tests, so what is handed over here meets nearly all.
fn _signatures<D: Copy + Default + Ord + Hash + Debug + Send + Sync + 'static>() {
    type Print<D> = fn(D);
    let _: fn() -> PrintShop<D> = PrintShop::new;
    let _: fn(&PrintShop<D>, D) -> Result<(), D> = PrintShop::hand_in;
    let _: fn(&PrintShop<D>) -> usize = PrintShop::unfinished;
    let _: fn(&PrintShop<D>, Print<D>) -> usize = PrintShop::run_printer;
    let _: fn(&PrintShop<D>) = PrintShop::wait_until_printed;
    let _: fn(&PrintShop<D>) = PrintShop::close;
}
