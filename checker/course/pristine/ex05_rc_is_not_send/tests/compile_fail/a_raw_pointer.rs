//! Nobody watches over a raw pointer: not the owner count, not the borrow checker. The compiler
//! assumes the worst.

fn main() {
    let mut pages = 12;
    let pointer = &raw mut pages;
    ex05::in_background(move || pointer.is_null()); //~ E0277
}
