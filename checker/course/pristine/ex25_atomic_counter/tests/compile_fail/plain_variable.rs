//! A closure that several threads may call at once cannot change a plain variable.

fn main() {
    let mut served = 0;
    ex25::serve_all(2, 3, |_| served += 1); //~ E0594
    println!("{served} served");
}
