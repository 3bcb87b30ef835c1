//! expect: compile-error
//!
//! Without `move` the new thread would only borrow the sensor and the sender from a function that
//! returns before the thread ends.

use std::sync::mpsc::{self, Receiver};
use std::thread;

pub fn start_sensor<T, S>(sensor: S) -> Receiver<T>
where
    T: Send + 'static,
    S: Iterator<Item = T> + Send + 'static,
{
    let (sender, receiver) = mpsc::channel();
    let name = String::from("roof");
    thread::spawn(|| {
        println!("reading the sensor on the {name}");
        for reading in sensor {
            sender.send(reading).unwrap();
        }
    });
    receiver
}

pub fn hottest(readings: Receiver<i32>) -> Option<i32> {
    readings.into_iter().max()
}
