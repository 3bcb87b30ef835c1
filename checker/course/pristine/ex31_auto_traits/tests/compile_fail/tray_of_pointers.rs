//! The compiler knows nothing about what a raw pointer points to, so it lets
//! none cross a thread. A tray of raw pointers must stay as well.

use std::thread;

use ex31::Tray;

fn main() {
    let pixels = [0_u8; 4];
    let tray = Tray::empty();
    tray.put(pixels.as_ptr());
    let worker = thread::spawn(move || tray.take_all().len()); //~ E0277
    worker.join().unwrap();
}
