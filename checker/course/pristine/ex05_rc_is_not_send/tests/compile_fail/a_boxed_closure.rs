//! `dyn FnOnce()` could hide anything, an `Rc` too. Unless the type says `+ Send`, the
//! compiler does not let it go.

fn main() {
    let work: Box<dyn FnOnce()> = Box::new(|| println!("Rain."));
    ex05::in_background(work); //~ E0277
}
