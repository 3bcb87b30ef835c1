//! Two shops sell from one stock, a `Cell`. Both threads could read "1 left" and sell the same item.

use std::cell::Cell;

fn main() {
    let stock: &'static Cell<u64> = Box::leak(Box::new(Cell::new(5)));
    let shop = || {
        (0..3).map(|_| {
            stock.set(stock.get() - 1);
            100
        })
    };
    ex08::run_day(vec![shop(), shop()], |_, _| {}); //~ E0277
}
