//! All shops look at one price list, shared by `Rc`. Two threads would count its owners at the same
//! time and lose some of them.

use std::rc::Rc;

fn main() {
    let prices = Rc::new(vec![1200, 80, 250]);
    let shops = (0..3)
        .map(|item| {
            let prices = Rc::clone(&prices);
            (0..2).map(move |_| prices[item])
        })
        .collect();
    ex08::run_day(shops, |_, _| {}); //~ E0277
}
