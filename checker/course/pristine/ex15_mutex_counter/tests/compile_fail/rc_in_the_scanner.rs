//! An `Rc` counts its owners without any lock. It must stay on the thread that
//! made it, so `scan` must not hold one.

use std::rc::Rc;

fn main() {
    let pages = Rc::new(vec!["the sea".to_string(), "the sky".to_string()]);
    let scan = move |page: usize| pages[page].clone();
    let tally = ex15::tally_words(2, scan); //~ E0277
    println!("{tally:?}");
}
