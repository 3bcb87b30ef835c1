//! An `Rc` counts its owners without any lock. The customer keeps a clone, so the
//! printer must not get the other one.

use std::rc::Rc;
use std::thread;

fn main() {
    let shop = ex42::PrintShop::new();
    let poster = Rc::new("poster");
    let kept = Rc::clone(&poster);
    println!("{}", shop.hand_in(poster).is_ok());
    shop.close();
    thread::scope(|scope| {
        scope.spawn(|| shop.run_printer(|poster| println!("{poster}"))); //~ E0277
        println!("{kept}");
    });
}
