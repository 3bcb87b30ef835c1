//! An `Rc` counts its owners without a lock. If one crossed to another thread, two
//! threads would count at once.

use std::rc::Rc;

use ex34::{parallel_map, run_all, spawn_task};

fn by_a_task(page: Rc<String>) {
    let _ = spawn_task(move || page.len()); //~ E0277
}

fn by_a_job(page: Rc<String>) {
    let _: Vec<usize> = run_all(vec![move || page.len()]); //~ E0277
}

fn by_f(page: Rc<String>) {
    let _: Vec<usize> = parallel_map(&[1], move |n: &usize| n * page.len()); //~ E0277
}

fn main() {
    let page = Rc::new(String::from("one fish"));
    by_a_task(Rc::clone(&page));
    by_a_job(Rc::clone(&page));
    by_f(page);
}
