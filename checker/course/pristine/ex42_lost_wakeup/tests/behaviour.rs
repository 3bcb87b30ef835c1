//! What a [`PrintShop`] does, seen from outside, on real threads.
//!
//! The code you were given passes this file: the bad moment is a few billionths of
//! a second long. `schedules.rs` brings it about.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Mutex;
use std::thread;

use ex42::PrintShop;

/// Something that may not be sent to a thread, nor cloned. A shop on one thread may
/// print it all the same.
type Poster = Cell<Rc<str>>;

type Print = fn(Poster);

/// These compile only while the signatures are the ones that the task gave you, with
/// no bounds on the documents.
const _: fn() -> PrintShop<Poster> = PrintShop::new;
const _: fn(&PrintShop<Poster>, Poster) -> Result<(), Poster> = PrintShop::hand_in;
const _: fn(&PrintShop<Poster>) -> usize = PrintShop::unfinished;
const _: fn(&PrintShop<Poster>, Print) -> usize = PrintShop::run_printer;
const _: fn(&PrintShop<Poster>) = PrintShop::wait_until_printed;
const _: fn(&PrintShop<Poster>) = PrintShop::close;

const OPEN: &str = "the shop is open";

#[test]
fn documents_are_printed_in_the_order_they_came_in() {
    testkit::watchdog(|| {
        let shop = PrintShop::new();
        for document in ["invitation", "menu", "poster"] {
            shop.hand_in(document).expect(OPEN);
        }
        shop.close();
        let mut paper = Vec::new();
        let printed = shop.run_printer(|document| paper.push(document));
        assert_eq!(
            paper,
            ["invitation", "menu", "poster"],
            "first in, first printed"
        );
        assert_eq!(
            printed, 3,
            "`run_printer` returns how many documents it printed"
        );
    });
}

#[test]
fn the_display_shows_what_is_not_yet_printed() {
    testkit::watchdog(|| {
        let shop = PrintShop::new();
        assert_eq!(shop.unfinished(), 0, "nothing was handed in");
        shop.hand_in(1).expect(OPEN);
        shop.hand_in(2).expect(OPEN);
        assert_eq!(shop.unfinished(), 2, "two documents wait in the tray");
        shop.close();
        assert_eq!(shop.unfinished(), 2, "closing prints nothing");
        shop.run_printer(|document| {
            assert_eq!(
                shop.unfinished(),
                3 - document,
                "document {document} of 2 is being printed, and that is not finished"
            );
        });
        assert_eq!(shop.unfinished(), 0, "both documents are printed");
    });
}

#[test]
fn a_closed_shop_takes_no_document() {
    testkit::watchdog(|| {
        let shop = PrintShop::new();
        shop.close();
        assert_eq!(
            shop.hand_in("poster"),
            Err("poster"),
            "the shop is closed: the customer gets the document back"
        );
        shop.close();
        assert_eq!(shop.hand_in("poster"), Err("poster"), "still closed");
        assert_eq!(shop.unfinished(), 0, "a refused document is not counted");
        shop.wait_until_printed();
        assert_eq!(shop.run_printer(drop), 0, "closed, and nothing to print");
    });
}

#[test]
fn with_nothing_to_print_nobody_waits() {
    testkit::watchdog(|| {
        let shop: PrintShop<Poster> = PrintShop::new();
        shop.wait_until_printed();
        let poster = Cell::new(Rc::from("poster"));
        assert!(shop.hand_in(poster).is_ok(), "{OPEN}");
        shop.close();
        shop.run_printer(drop);
        shop.wait_until_printed();
        shop.wait_until_printed();
    });
}

#[test]
fn a_busy_week_prints_every_document_once() {
    testkit::watchdog(|| {
        const DAYS: usize = 5;
        const CUSTOMERS: usize = 3;
        const DOCUMENTS: usize = 40;
        let shop = PrintShop::new();
        let paper = Mutex::new(Vec::new());
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| shop.run_printer(|document| paper.lock().unwrap().push(document)));
            }
            for day in 1..=DAYS {
                let customers: Vec<_> = (0..CUSTOMERS)
                    .map(|customer| {
                        let shop = &shop;
                        scope.spawn(move || {
                            for document in 0..DOCUMENTS {
                                shop.hand_in((day, customer, document)).expect(OPEN);
                            }
                        })
                    })
                    .collect();
                let handed_in = customers
                    .into_iter()
                    .all(|customer| customer.join().is_ok());
                if !handed_in {
                    shop.close();
                }
                assert!(
                    handed_in,
                    "a document was refused although the shop is open"
                );
                shop.wait_until_printed();
                let printed = paper.lock().unwrap().len();
                if printed != day * CUSTOMERS * DOCUMENTS {
                    shop.close();
                }
                assert_eq!(
                    printed,
                    day * CUSTOMERS * DOCUMENTS,
                    "day {day}: the owner went home before all documents were printed"
                );
            }
            shop.close();
        });
        let paper = paper.into_inner().unwrap();
        let different: BTreeSet<_> = paper.iter().collect();
        assert_eq!(
            (paper.len(), different.len()),
            (DAYS * CUSTOMERS * DOCUMENTS, DAYS * CUSTOMERS * DOCUMENTS),
            "documents that were printed, and different ones among them"
        );
    });
}
