//! What a guard lends comes back before the guard is dropped. Otherwise somebody would use the value
//! without the lock.

fn main() {
    let lock = ex35::SpinLock::new(1);
    let mut guard = lock.lock();
    let value: &mut i32 = &mut guard;
    drop(guard); //~ E0505
    *value = 2;
}
