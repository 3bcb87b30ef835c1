//! expect: compile-error
//!
//! Has changed the signature: this sensor can only send numbers, not readings of any type.

use std::sync::mpsc::{self, Receiver};
use std::thread;

pub fn start_sensor<S>(sensor: S) -> Receiver<i32>
where
    S: Iterator<Item = i32> + Send + 'static,
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
    readings.into_iter().max()
}
