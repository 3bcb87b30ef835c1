//! The answer is made on one thread and used on another. So it must not be an `Rc`, and it
//! must not be the guard of a lock, which only the thread that locked may unlock.

use std::rc::Rc;
use std::sync::Mutex;

static DIARY: Mutex<String> = Mutex::new(String::new());

fn main() {
    ex05::in_background(|| Rc::new(12)); //~ E0277
    ex05::in_background(|| DIARY.lock().unwrap()); //~ E0277
}
