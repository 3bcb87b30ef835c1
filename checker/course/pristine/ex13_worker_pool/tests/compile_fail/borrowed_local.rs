//! The job borrows a receipt of this function. It may run when the function has long returned.

fn queue_receipt(pool: &ex13::Pool) {
    let receipt = String::from("order 17");
    let text = receipt.as_str(); //~ E0597
    pool.submit(move || println!("mailing {text}"));
}

fn main() {
    let pool = ex13::Pool::new(2);
    queue_receipt(&pool);
    pool.finish();
}
