//! expect: race in schedules::hottest_waits_for_every_reading
//!
//! `try_iter` stops at the first moment when the channel is empty. That is not the end: the sensor may
//! only be slow.

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
    readings.try_iter().max()
}
