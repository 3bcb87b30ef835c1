//! An `Rc` must not go to a worker: its count of owners is not made for two threads.

use std::rc::Rc;

fn main() {
    let pool = ex13::Pool::new(2);
    let receipt = Rc::new(String::from("order 17"));
    let copy = Rc::clone(&receipt);
    pool.submit(move || println!("mailing {copy}")); //~ E0277
    println!("kept {receipt}");
}
