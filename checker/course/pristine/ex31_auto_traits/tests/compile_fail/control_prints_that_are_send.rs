//! A `Cell` may move to another thread, but two threads may not look into it at
//! once. A tray only passes prints on: one thread puts a print in, one takes it
//! out. So a tray of cells may be shared, by handle and by reference. Which lock
//! asks its content to be `Send`, and nothing more?

use std::cell::Cell;
use std::thread;

use ex31::Tray;

fn main() {
    let tray = Tray::empty();
    let workers_tray = tray.clone();
    let worker = thread::spawn(move || workers_tray.put(Cell::new(1)));
    assert_eq!(worker.join().unwrap(), 1);

    thread::scope(|scope| {
        scope.spawn(|| tray.put(Cell::new(2)));
    });
    assert_eq!(tray.take_all(), [Cell::new(1), Cell::new(2)]);
}
