//! A `Cell` may go from one thread to another as long as only one of them has it at a
//! time. The shop hands it over, so it may be a document.

use std::cell::Cell;
use std::thread;

fn main() {
    let shop = ex42::PrintShop::new();
    thread::scope(|scope| {
        scope.spawn(|| shop.run_printer(|pages: Cell<u32>| pages.set(pages.get() + 1)));
        println!("{}", shop.hand_in(Cell::new(3)).is_ok());
        shop.wait_until_printed();
        shop.close();
    });
}
