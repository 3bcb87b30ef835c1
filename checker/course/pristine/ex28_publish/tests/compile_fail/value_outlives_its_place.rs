//! What `get` returns is borrowed from the place. When the place is gone, so is the value.

fn main() {
    let place = ex28::Published::empty();
    println!("{}", place.publish(String::from("hello")).is_ok());
    let greeting = place.get();
    drop(place); //~ E0505
    println!("{greeting:?}");
}
