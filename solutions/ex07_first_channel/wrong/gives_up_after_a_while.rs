//! expect: race in schedules::hottest_waits_for_every_reading
//!
//! Takes half a second of silence for the end.

use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

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
    let mut highest = None;
    while let Ok(reading) = readings.recv_timeout(Duration::from_millis(500)) {
        highest = highest.max(Some(reading));
    }
    highest
}
