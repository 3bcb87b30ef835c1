//! Two threads with one `Cell`: both read 0, both write 1, and a click is lost. It
//! must not compile, whether a job holds a reference to it, or `f` owns it, or it is
//! an item.

use std::cell::{Cell, RefCell};

use ex34::{parallel_map, run_all};

fn borrowed_by_a_job(clicks: &Cell<i32>) {
    let _: Vec<()> = run_all(vec![move || clicks.set(clicks.get() + 1)]); //~ E0277
}

fn owned_by_f(names: RefCell<Vec<i32>>) {
    let _: Vec<()> = parallel_map(&[1, 2], move |n: &i32| names.borrow_mut().push(*n)); //~ E0277
}

fn among_the_items(counters: &[Cell<i32>]) {
    let _: Vec<i32> = parallel_map(counters, |counter: &Cell<i32>| counter.replace(0)); //~ E0277
}

fn main() {
    borrowed_by_a_job(&Cell::new(0));
    owned_by_f(RefCell::new(Vec::new()));
    among_the_items(&[Cell::new(1), Cell::new(2)]);
}
