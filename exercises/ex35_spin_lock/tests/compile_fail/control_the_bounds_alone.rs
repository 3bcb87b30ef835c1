//! Honest callers about whose value nothing is known but what they need. If only this control fails,
//! a bound asks for too much, or for a trait that has nothing to do with threads.

use ex35::{Guard, SpinLock};
use std::thread;

fn on_one_thread<T>(value: T) -> bool {
    let lock = SpinLock::new(value);
    let held = lock.lock();
    lock.try_lock().is_none() && std::mem::size_of_val(&*held) > 0
}

fn moved_to_another_thread<T: Send>(lock: SpinLock<T>, change: fn(&mut T)) {
    thread::scope(|scope| {
        scope.spawn(move || change(&mut lock.lock()));
    });
}

fn shared_by_threads<T: Send>(lock: &SpinLock<T>, change: fn(&mut T)) {
    thread::scope(|scope| {
        scope.spawn(move || change(&mut lock.lock()));
        scope.spawn(move || lock.try_lock().map(|mut guard| change(&mut guard)));
    });
}

fn guard_shared_by_threads<T: Sync>(guard: &Guard<'_, T>, look: fn(&T)) {
    thread::scope(|scope| {
        scope.spawn(move || look(guard));
    });
}

fn main() {
    on_one_thread(std::rc::Rc::new(1));
    moved_to_another_thread(SpinLock::new(std::cell::Cell::new(1)), |_| {});
    let text = String::from("lent");
    let lock = SpinLock::new(text.as_str());
    shared_by_threads(&lock, |text| *text = "spent");
    guard_shared_by_threads(&lock.lock(), |text| println!("{text}"));
}
