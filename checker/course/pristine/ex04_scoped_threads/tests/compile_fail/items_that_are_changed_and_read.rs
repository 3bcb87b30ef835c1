//! While the items are lent out for changes, nobody else may look at them.

fn main() {
    let mut readings = [12, 17, 9, 21];
    ex04::both_halves_mut(&mut readings, |half| half[0] = readings[3]); //~ E0502
}
