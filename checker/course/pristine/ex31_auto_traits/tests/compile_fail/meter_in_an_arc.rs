//! `Arc` does not make its content safe to share. An `Arc<Meter>` may go to
//! another thread only if `Meter` is `Sync`, and the fields of `Meter` must see to it
//! that it is not.

use std::sync::Arc;
use std::thread;

use ex31::Meter;

fn main() {
    let meter = Arc::new(Meter::starting_at(0));
    let workers_meter = Arc::clone(&meter);
    let worker = thread::spawn(move || workers_meter.add(40)); //~ E0277
    worker.join().unwrap();
    println!("{} ml", meter.total());
}
