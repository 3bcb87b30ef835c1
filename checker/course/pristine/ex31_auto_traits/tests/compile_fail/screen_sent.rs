//! A screen sent to another thread, which then draws on it and keeps it. A field of
//! `Screen` must see to it that it is not `Send`.

use std::thread;

use ex31::Screen;

fn main() {
    let screen = Screen::open();
    let worker = thread::spawn(move || screen.show("from the worker")); //~ E0277
    worker.join().unwrap();
}
