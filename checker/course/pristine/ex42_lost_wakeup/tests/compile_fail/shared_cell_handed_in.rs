//! A reference to a `Cell` is a second way to the same cell. With a shop that took it,
//! customer and printer could change the cell at once.

use std::cell::Cell;
use std::thread;

fn main() {
    let pages = Cell::new(3);
    let shop: ex42::PrintShop<&Cell<u32>> = ex42::PrintShop::new();
    thread::scope(|scope| {
        scope.spawn(|| shop.run_printer(|pages| pages.set(0))); //~ E0277
        println!("{}", shop.hand_in(&pages).is_ok());
        pages.set(4);
        shop.close();
    });
}
