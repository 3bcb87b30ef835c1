//! The thread may outlive the function that started it, so it must not borrow from there.

fn main() {
    let diary = String::from("Rain.");
    let worker = ex05::in_background(|| diary.len()); //~ E0373
    worker.join().unwrap();
}
