//! The readings are plain numbers, but the sensor keeps an `Rc` whose other half stays behind.

use std::rc::Rc;

fn main() {
    let offset = Rc::new(2);
    let shared = Rc::clone(&offset);
    let sensor = (0..3).map(move |reading| reading + *shared);
    let _readings = ex07::start_sensor(sensor); //~ E0277
    println!("calibrated by {offset}");
}
