//! A reference that lives for ever may go to a worker, if what it refers to may be used by two
//! threads at once. A `Cell` may not.

use std::cell::Cell;

fn main() {
    let pool = ex13::Pool::new(2);
    let mailed: &'static Cell<u32> = Box::leak(Box::new(Cell::new(0)));
    pool.submit(move || mailed.set(mailed.get() + 1)); //~ E0277
    pool.finish();
}
