//! `run_day` under the explorer.
//!
//! In this file `std` is the explorer's look-alike. Each test runs in every order of the shops and
//! head office that matters, and fails if a single one goes wrong. `sometimes!(…)` asks whether there
//! is an order, even one, in which something happens.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex08;

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread;

#[test]
fn every_sale_is_in_the_journal_once() {
    interleave::explore(|| {
        let shops = vec![vec![1200, 80].into_iter(), vec![250].into_iter()];
        let mut journal = Vec::new();
        let total = ex08::run_day(shops, |shop, cents| journal.push((shop, cents)));

        let of = |number| -> Vec<u64> {
            journal
                .iter()
                .filter(|(shop, _)| *shop == number)
                .map(|(_, cents)| *cents)
                .collect()
        };
        assert_eq!(
            of(0),
            [1200, 80],
            "shop 0 sold 1200 and then 80, but the journal (on the left) has something else"
        );
        assert_eq!(
            of(1),
            [250],
            "shop 1 sold 250, but the journal (on the left) has something else"
        );
        assert_eq!(
            journal.len(),
            3,
            "the journal has a line of a shop that does not exist: {journal:?}"
        );
        assert_eq!(
            total, 1530,
            "the sum is not that of the sales in the journal: 1200 + 80 + 250"
        );
    });
}

#[test]
fn every_shop_has_a_thread_of_its_own() {
    interleave::explore(|| {
        let threads = Arc::new(Mutex::new(Vec::new()));
        let shops = (0..2).map(|_| {
            let threads = Arc::clone(&threads);
            std::iter::once_with(move || {
                threads.lock().unwrap().push(thread::current().id());
                100
            })
        });
        ex08::run_day(shops.collect(), |_, _| {});

        let mut threads = threads.lock().unwrap().clone();
        let head_office = thread::current().id();
        assert!(
            !threads.contains(&head_office),
            "a shop ran on the thread that called run_day: give every shop a thread with thread::spawn"
        );
        threads.dedup();
        assert_eq!(
            threads.len(),
            2,
            "2 shops ran on this many threads (on the left): each needs one of its own"
        );
    });
}

#[test]
fn all_shops_are_open_at_the_same_time() {
    interleave::explore(|| {
        let open = Arc::new(AtomicUsize::new(0));
        let met = Arc::new(AtomicBool::new(false));
        let shops = (0..2).map(|_| {
            let (open, met) = (Arc::clone(&open), Arc::clone(&met));
            std::iter::once_with(move || {
                if open.fetch_add(1, SeqCst) == 1 {
                    met.store(true, SeqCst);
                }
                open.fetch_sub(1, SeqCst);
                100
            })
        });
        ex08::run_day(shops.collect(), |_, _| {});
        sometimes!(
            met.load(SeqCst),
            "both shops serve a customer at the same time"
        );
    });
}

#[test]
fn a_sale_is_written_before_its_shop_closes() {
    interleave::explore(|| {
        let sold = Arc::new(AtomicUsize::new(0));
        let shop = {
            let sold = Arc::clone(&sold);
            vec![30, 40].into_iter().inspect(move |_| {
                sold.fetch_add(1, SeqCst);
            })
        };
        let mut sold_at_first_line = None;
        ex08::run_day(vec![shop], |_, _| {
            sold_at_first_line.get_or_insert_with(|| sold.load(SeqCst));
        });
        sometimes!(
            sold_at_first_line == Some(1),
            "the first sale is in the journal before the shop makes its second"
        );
    });
}

#[test]
fn no_shop_waits_for_another() {
    interleave::explore(|| {
        let shops = vec![vec![100].into_iter(), vec![100].into_iter()];
        let mut first = None;
        ex08::run_day(shops, |shop, _| {
            first.get_or_insert(shop);
        });
        sometimes!(
            first == Some(0),
            "the first sale in the journal is that of shop 0"
        );
        sometimes!(
            first == Some(1),
            "the first sale in the journal is that of shop 1"
        );
    });
}

#[test]
fn three_shops_are_open_at_the_same_time() {
    interleave::explore(|| {
        let open = Arc::new(AtomicUsize::new(0));
        let met = Arc::new(AtomicBool::new(false));
        let shops = (0..3).map(|_| {
            let (open, met) = (Arc::clone(&open), Arc::clone(&met));
            // These shops have a customer who only looks round.
            std::iter::from_fn(move || {
                if open.fetch_add(1, SeqCst) == 2 {
                    met.store(true, SeqCst);
                }
                open.fetch_sub(1, SeqCst);
                None
            })
        });
        ex08::run_day(shops.collect(), |_, _| {});
        sometimes!(
            met.load(SeqCst),
            "all three shops have a customer at the same time"
        );
    });
}

/// The signatures of the task hold here as well: what a test compares is what it seems to be.
fn _signature<S, J>(shops: Vec<S>, journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    ex08::run_day(shops, journal)
}
