//! This must compile. A boxed closure whose type says `+ Send` may go to another thread.

fn main() {
    let work: Box<dyn FnOnce() + Send> = Box::new(|| println!("Rain."));
    ex05::in_background(work);
}
