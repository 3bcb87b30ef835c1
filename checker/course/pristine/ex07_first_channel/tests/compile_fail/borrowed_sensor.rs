//! The sensor only borrows its readings. The new thread may outlive this function, and would then
//! read memory that is gone.

fn main() {
    let recorded = vec![18, 21, 19];
    let _readings = ex07::start_sensor(recorded.iter().copied()); //~ E0597
}
