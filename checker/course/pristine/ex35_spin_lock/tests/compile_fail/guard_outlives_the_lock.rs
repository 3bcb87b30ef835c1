//! A guard borrows its lock. When the lock is gone, there is nothing to unlock.

fn main() {
    let lock = ex35::SpinLock::new(1);
    let guard = lock.lock();
    drop(lock); //~ E0505
    println!("{}", *guard);
}
