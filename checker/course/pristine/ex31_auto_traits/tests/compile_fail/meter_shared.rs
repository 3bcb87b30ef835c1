//! Two threads with one meter between them. Without a lock their additions
//! would run into each other. The fields of `Meter` must see to it that it is not
//! `Sync`.

use std::thread;

use ex31::Meter;

fn main() {
    let meter = Meter::starting_at(0);
    thread::scope(|scope| {
        scope.spawn(|| meter.add(40)); //~ E0277
        meter.add(2);
    });
}
