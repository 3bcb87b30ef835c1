//! The thread that closed a lock must open it again. So a `MutexGuard` stays where it is.

use std::sync::Mutex;

static DIARY: Mutex<String> = Mutex::new(String::new());

fn main() {
    let diary = DIARY.lock().unwrap();
    ex05::in_background(move || diary.len()); //~ E0277
}
