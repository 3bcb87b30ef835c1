//! expect: wrong-answer in schedules::hottest_waits_for_every_reading
//!
//! Takes three readings, as many as the example has. How many there are is not known beforehand:
//! the end of the channel tells.

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
    (0..3).map(|_| readings.recv().unwrap()).max()
}
