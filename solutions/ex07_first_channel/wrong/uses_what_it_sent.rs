//! expect: compile-error
//!
//! Looks at a reading after it was sent. `send` moved it into the channel.

use std::sync::mpsc::{self, Receiver};
use std::thread;

pub fn start_sensor<T, S>(sensor: S) -> Receiver<T>
where
    T: Send + 'static,
    S: Iterator<Item = T> + Send + 'static,
{
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut last = None;
        for reading in sensor {
            sender.send(reading).unwrap();
            last = Some(reading);
        }
        last
    });
    receiver
}

pub fn hottest(readings: Receiver<i32>) -> Option<i32> {
    readings.into_iter().max()
}
