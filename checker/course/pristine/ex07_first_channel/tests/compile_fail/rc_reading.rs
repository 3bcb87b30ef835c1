//! The sensor may change threads, its readings may not: both threads could hold a clone of the same
//! `Rc`, and would count its owners without telling each other.

use std::rc::Rc;

fn main() {
    let sensor = (0..3).map(Rc::new);
    let _readings = ex07::start_sensor(sensor); //~ E0277
}
