//! `run_day` on real threads.
//!
//! A test that hangs is ended by the watchdog, which says what its threads are waiting for.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, Barrier, mpsc};
use std::thread;
use testkit::watchdog;

/// The function under test. It compiles only while the signature is that of the task.
fn run_day<S, J>(shops: Vec<S>, journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let run_day: fn(Vec<S>, J) -> u64 = ex08::run_day;
    run_day(shops, journal)
}

#[test]
fn ten_shops_with_a_hundred_sales_each() {
    watchdog(|| {
        let shops = (0..10).map(|shop| (0..100).map(move |sale| shop * 1_000 + sale));
        let mut journal = vec![Vec::new(); 10];
        let total = run_day(shops.collect(), |shop, cents| journal[shop].push(cents));

        for (shop, lines) in journal.iter().enumerate() {
            let first = shop as u64 * 1_000;
            let sold: Vec<u64> = (first..first + 100).collect();
            assert_eq!(
                *lines, sold,
                "shop {shop}: sales lost, doubled or out of order"
            );
        }
        assert_eq!(total, journal.iter().flatten().sum::<u64>());
    });
}

#[test]
fn a_day_without_shops_brings_nothing() {
    watchdog(|| {
        let shops: Vec<std::vec::IntoIter<u64>> = Vec::new();
        let total = run_day(shops, |shop, _| panic!("there is no shop {shop}"));
        assert_eq!(total, 0);
    });
}

#[test]
fn a_shop_without_customers_brings_nothing() {
    watchdog(|| {
        let shops = vec![vec![].into_iter(), vec![75].into_iter(), vec![].into_iter()];
        let mut journal = Vec::new();
        let total = run_day(shops, |shop, cents| journal.push((shop, cents)));
        assert_eq!(journal, [(1, 75)]);
        assert_eq!(total, 75);
    });
}

#[test]
fn the_journal_is_written_on_the_callers_thread() {
    watchdog(|| {
        // An `Rc` may not change threads, and this journal has one.
        let journal = Rc::new(RefCell::new(Vec::new()));
        let pen = Rc::clone(&journal);
        let caller = thread::current().id();
        run_day(vec![vec![5, 6].into_iter()], move |_, cents| {
            assert_eq!(thread::current().id(), caller);
            pen.borrow_mut().push(cents);
        });
        assert_eq!(*journal.borrow(), [5, 6]);
    });
}

#[test]
fn a_shop_can_wait_until_another_shops_sale_is_written() {
    watchdog(|| {
        // Shop 0 has its first customer only after the sale of shop 1 has been written.
        let (written, seen) = mpsc::channel();
        let waiting = vec![1].into_iter().inspect(move |_| {
            seen.recv().expect("head office is still writing");
        });
        let quick = vec![2].into_iter();
        let shops: Vec<Box<dyn Iterator<Item = u64> + Send>> =
            vec![Box::new(waiting), Box::new(quick)];

        let mut journal = Vec::new();
        let total = run_day(shops, |shop, cents| {
            journal.push((shop, cents));
            // After the last sale nobody listens any more.
            let _ = written.send(());
        });
        assert_eq!(journal, [(1, 2), (0, 1)]);
        assert_eq!(total, 3);
    });
}

#[test]
fn thirty_shops_are_open_at_the_same_time() {
    watchdog(|| {
        // No shop sells anything before thirty shops have their first customer.
        let all_open = Arc::new(Barrier::new(30));
        let shops = (0..30).map(|_| {
            let all_open = Arc::clone(&all_open);
            std::iter::once_with(move || {
                all_open.wait();
                10
            })
        });
        let total = run_day(shops.collect(), |_, _| {});
        assert_eq!(total, 300, "30 shops sold for 10 cents each");
    });
}
