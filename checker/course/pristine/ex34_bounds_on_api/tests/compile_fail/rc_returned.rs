//! These closures are harmless. Their results are not: each `Rc` is made on one
//! thread and used on another. A result crosses threads as well, so it needs a
//! bound of its own.

use std::rc::Rc;

use ex34::{parallel_map, run_all, spawn_task};

fn by_a_task() {
    let _ = spawn_task(|| Rc::new(1)); //~ E0277
}

fn by_a_job() {
    let _: Vec<Rc<i32>> = run_all(vec![|| Rc::new(1)]); //~ E0277
}

fn by_f() {
    let _: Vec<Rc<i32>> = parallel_map(&[1], |n: &i32| Rc::new(*n)); //~ E0277
}

fn main() {
    by_a_task();
    by_a_job();
    by_f();
}
