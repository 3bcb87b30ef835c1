//! The tray hands prints from one thread to another. An `Rc` counts its owners
//! without a lock, so a tray of `Rc` must stay where it is, and so must a tray
//! of anything that holds one.

use std::rc::Rc;
use std::thread;

use ex31::Tray;

struct Portrait {
    sitter: Rc<str>,
}

fn of_rc(tray: Tray<Rc<String>>) {
    let worker = thread::spawn(move || tray.take_all().len()); //~ E0277
    worker.join().unwrap();
}

fn of_what_holds_one(tray: Tray<Portrait>) {
    thread::scope(|scope| {
        scope.spawn(|| tray.take_all()[0].sitter.len()); //~ E0277
    });
}

fn main() {
    of_rc(Tray::empty());
    of_what_holds_one(Tray::empty());
}
