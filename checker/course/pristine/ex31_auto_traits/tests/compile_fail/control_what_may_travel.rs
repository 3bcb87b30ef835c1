//! A meter moves to its worker and back. A screen is opened and used by the
//! thread that it belongs to.

use std::thread;

use ex31::{Meter, Screen};

fn main() {
    let meter = Meter::starting_at(0);
    let worker = thread::spawn(move || {
        meter.add(40);
        meter
    });
    let screen = Screen::open();
    screen.show("printing");
    let meter = worker.join().unwrap();
    assert_eq!(meter.total(), 40);
}
