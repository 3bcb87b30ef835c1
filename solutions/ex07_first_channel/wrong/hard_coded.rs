//! expect: wrong-answer in behaviour::hottest_finds_the_highest_reading
//!
//! Returns the number that the schedule test expects, and listens to nobody.

use std::sync::mpsc::{self, Receiver};
use std::thread;

pub fn start_sensor<T, S>(sensor: S) -> Receiver<T>
where
    T: Send + 'static,
    S: Iterator<Item = T> + Send + 'static,
{
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for reading in sensor {
            sender.send(reading).unwrap();
        }
    });
    receiver
}

pub fn hottest(readings: Receiver<i32>) -> Option<i32> {
    for _ in readings {}
    Some(-3)
}
