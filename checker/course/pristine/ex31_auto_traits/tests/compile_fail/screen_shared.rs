//! A screen that stays where it is, but lends itself to another thread, which
//! then draws on it. A field of `Screen` must see to it that it is not `Sync` either.

use std::thread;

use ex31::Screen;

fn main() {
    let screen = Screen::open();
    thread::scope(|scope| {
        scope.spawn(|| screen.show("from the worker")); //~ E0277
    });
}
