//! Honest callers about whose value nothing is known but what they need. If only this control fails,
//! a bound asks for too much, or for a trait that has nothing to do with threads.

use ex28::Published;
use std::thread;

fn on_one_thread<T>(value: T) -> bool {
    let place = Published::empty();
    place.publish(value).is_ok() && place.get().is_some()
}

fn moved_to_another_thread<T: Send>(place: Published<T>) {
    thread::scope(|scope| {
        scope.spawn(move || place.get().is_some());
    });
}

fn shared_by_threads<T: Send + Sync>(place: &Published<T>, value: T) {
    thread::scope(|scope| {
        scope.spawn(move || place.publish(value).is_ok());
        scope.spawn(move || place.get().is_some());
    });
}

fn main() {
    on_one_thread(std::rc::Rc::new(1));
    moved_to_another_thread(Published::<std::cell::Cell<i32>>::empty());
    let text = String::from("lent");
    shared_by_threads(&Published::empty(), text.as_str());
}
