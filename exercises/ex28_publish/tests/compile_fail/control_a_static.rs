//! An honest caller: a `static` that the whole program reads.

use std::thread;

static CONFIG: ex28::Published<Vec<String>> = ex28::Published::empty();

fn main() {
    let loader = thread::spawn(|| CONFIG.publish(vec!["port = 8080".to_owned()]).is_ok());
    let config: Option<&'static Vec<String>> = CONFIG.get();
    println!("{config:?} {:?}", loader.join());
}
