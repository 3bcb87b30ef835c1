//! `finish` takes the pool for good, so nobody can put a job in a queue that no worker looks at.

fn main() {
    let pool = ex13::Pool::new(2);
    pool.finish();
    pool.submit(|| println!("too late")); //~ E0382
}
