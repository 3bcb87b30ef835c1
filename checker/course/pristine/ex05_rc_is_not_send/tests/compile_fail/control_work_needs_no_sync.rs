//! This must compile. The work moves to one other thread, and so does the answer. Nobody
//! shares them, so both need `Send`, and neither needs `Sync`, `Clone` or anything else.

use std::cell::{Cell, RefCell};
use std::sync::mpsc;

struct Page(Cell<u32>);

fn main() {
    let page = Page(Cell::new(12));
    ex05::in_background(move || Page(Cell::new(page.0.get() + 1)));

    let diary = RefCell::new(String::from("Rain."));
    ex05::in_background(move || diary);

    let (sender, receiver) = mpsc::channel::<Page>();
    ex05::in_background(move || sender.send(Page(Cell::new(1))));
    ex05::in_background(move || receiver.recv());
}
