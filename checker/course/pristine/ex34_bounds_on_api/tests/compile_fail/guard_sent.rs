//! A lock is given back by the thread that took it. A guard that moved into a task
//! or a job would give it back from somewhere else.

use std::sync::{Mutex, MutexGuard};

use ex34::{run_all, spawn_task};

static TILL: Mutex<i32> = Mutex::new(0);

fn into_a_task(guard: MutexGuard<'static, i32>) {
    let _ = spawn_task(move || drop(guard)); //~ E0277
}

fn into_a_job(guard: MutexGuard<i32>) {
    let _: Vec<()> = run_all(vec![move || drop(guard)]); //~ E0277
}

fn main() {
    into_a_task(TILL.lock().unwrap());
    into_a_job(TILL.lock().unwrap());
}
