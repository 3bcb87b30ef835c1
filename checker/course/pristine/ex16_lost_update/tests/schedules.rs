//! The same stock, with every order in which two threads can take turns.
//!
//! In this file, and in yours as it is compiled here, `std` is the explorer's
//! look-alike. The explorer decides which thread runs next, and tries all the
//! orders that matter. When one of them breaks a promise, it shows you that
//! very run.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex16;

use std::thread;

use ex16::Stock;

#[test]
fn no_delivery_is_lost() {
    interleave::explore(|| {
        let stock = Stock::new(0);
        thread::scope(|scope| {
            scope.spawn(|| stock.deliver(2));
            stock.deliver(3);
        });
        assert_eq!(
            stock.on_hand(),
            5,
            "2 and 3 pieces were delivered to an empty shelf"
        );
    });
}

#[test]
fn the_last_piece_is_sold_once() {
    interleave::explore(|| {
        let stock = Stock::new(1);
        let sales = thread::scope(|scope| {
            let one = scope.spawn(|| stock.sell(1));
            let other = stock.sell(1);
            [one.join().expect("a sale panicked"), other]
        });
        assert!(
            sales.contains(&None),
            "there was one piece, and both customers bought it"
        );
        assert!(
            sales.contains(&Some(0)),
            "there was one piece, and neither of two customers got it"
        );
        assert_eq!(stock.on_hand(), 0, "the only piece was sold");
    });
}

#[test]
fn each_buyer_is_told_what_their_own_sale_left() {
    interleave::explore(|| {
        let stock = Stock::new(2);
        let mut left = thread::scope(|scope| {
            let one = scope.spawn(|| stock.sell(1));
            let other = stock.sell(1);
            [one.join().expect("a sale panicked"), other]
        });
        left.sort();
        assert_eq!(
            left,
            [Some(0), Some(1)],
            "there were two pieces and two buyers of one: one sale left 1, the other left 0"
        );
        assert_eq!(stock.on_hand(), 0, "both pieces were sold");
    });
}

#[test]
fn a_sale_and_a_delivery_both_count() {
    interleave::explore(|| {
        let stock = Stock::new(1);
        thread::scope(|scope| {
            scope.spawn(|| stock.deliver(1));
            assert!(
                stock.sell(1).is_some(),
                "there was a piece to sell, with or without the delivery"
            );
        });
        assert_eq!(
            stock.on_hand(),
            1,
            "there was 1 piece, 1 was sold and 1 was delivered"
        );
    });
}

#[test]
fn an_order_that_is_refused_disturbs_nobody() {
    interleave::explore(|| {
        let stock = Stock::new(1);
        thread::scope(|scope| {
            let large = scope.spawn(|| stock.sell(2));
            let small = stock.sell(1);
            assert_eq!(
                small,
                Some(0),
                "the only piece was there all the time, yet its buyer was turned away"
            );
            let large = large.join().expect("a sale panicked");
            assert_eq!(large, None, "1 piece is not enough for an order of 2");
        });
        assert_eq!(stock.on_hand(), 0, "the only piece was sold");
    });
}

#[test]
fn two_clerks_do_not_fill_the_shelf_twice() {
    interleave::explore(|| {
        let stock = Stock::new(1);
        let (one, other) = thread::scope(|scope| {
            let one = scope.spawn(|| stock.top_up(5));
            let other = stock.top_up(5);
            (one.join().expect("a top-up panicked"), other)
        });
        assert_eq!(
            stock.on_hand(),
            5,
            "two clerks topped the shelf up, both to 5 pieces"
        );
        assert_eq!(
            one + other,
            4,
            "from 1 to 5 it took 4 pieces in all, but the clerks say {one} and {other}"
        );
    });
}

#[test]
fn a_sale_during_a_top_up_counts() {
    interleave::explore(|| {
        let stock = Stock::new(1);
        let took = thread::scope(|scope| {
            let took = scope.spawn(|| stock.top_up(3));
            assert!(
                stock.sell(1).is_some(),
                "there was a piece to sell all the time"
            );
            took.join().expect("a top-up panicked")
        });
        assert_eq!(
            stock.on_hand(),
            took,
            "1 piece was there, the top-up took {took} more, and 1 was sold"
        );
    });
}

/// The signatures of the task hold here as well: what a test compares is what it seems to be.
const _: fn(u32) -> Stock = Stock::new;
const _: fn(&Stock) -> u32 = Stock::on_hand;
const _: fn(&Stock, u32) = Stock::deliver;
const _: fn(&Stock, u32) -> Option<u32> = Stock::sell;
const _: fn(&Stock, u32) -> u32 = Stock::top_up;
