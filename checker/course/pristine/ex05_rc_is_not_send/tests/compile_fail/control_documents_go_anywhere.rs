//! This must compile. A handle on the documents may move to another thread, and several
//! threads may use the same handle.

use ex05::Documents;

fn may_move<T: Send>(_: &T) {}
fn may_be_shared<T: Sync>(_: &T) {}

fn main() {
    let documents = Documents::new();
    may_move(&documents);
    may_be_shared(&documents);
    ex05::in_background(move || documents.read("diary"));
}
