//! What a [`Stock`] does for one caller at a time.
//!
//! The code you were given passes this file. So would it pass a test with many
//! threads, nearly always: the bug needs two threads that meet at the wrong
//! moment. `schedules.rs` makes them meet.

use ex16::Stock;

/// These compile only while the signatures are the ones that the task gave you,
/// and while threads may share a stock.
const _: fn(u32) -> Stock = Stock::new;
const _: fn(&Stock) -> u32 = Stock::on_hand;
const _: fn(&Stock, u32) = Stock::deliver;
const _: fn(&Stock, u32) -> Option<u32> = Stock::sell;
const _: fn(&Stock, u32) -> u32 = Stock::top_up;
const fn shared_by_threads<T: Send + Sync>() {}
const _: () = shared_by_threads::<Stock>();

#[test]
fn deliveries_and_sales_change_the_stock() {
    testkit::watchdog(|| {
        let stock = Stock::new(3);
        assert_eq!(stock.on_hand(), 3, "3 pieces to begin with");
        stock.deliver(4);
        assert_eq!(stock.on_hand(), 7, "3 pieces and 4 more");
        assert_eq!(stock.sell(5), Some(2), "5 of 7 sold: 2 are left");
        assert_eq!(stock.sell(3), None, "2 pieces are not enough for 3");
        assert_eq!(stock.on_hand(), 2, "a refused sale changes nothing");
        assert_eq!(stock.sell(2), Some(0), "the last pieces may be sold");
    });
}

#[test]
fn a_top_up_brings_what_is_missing_and_takes_nothing_away() {
    testkit::watchdog(|| {
        let stock = Stock::new(3);
        assert_eq!(stock.top_up(10), 7, "from 3 to 10 it takes 7");
        assert_eq!(stock.on_hand(), 10, "a top-up to 10 makes 10");
        assert_eq!(stock.top_up(10), 0, "10 of 10: nothing is missing");
        assert_eq!(stock.top_up(4), 0, "10 are more than 4 already");
        assert_eq!(stock.on_hand(), 10, "a top-up never takes pieces away");
    });
}
