//! expect: wrong-answer in schedules::every_reading_arrives_in_order
//!
//! Sends the first reading and stops, as the first example of every tutorial does.

use std::sync::mpsc::{self, Receiver};
use std::thread;

pub fn start_sensor<T, S>(sensor: S) -> Receiver<T>
where
    T: Send + 'static,
    S: Iterator<Item = T> + Send + 'static,
{
    let (sender, receiver) = mpsc::channel();
    let mut sensor = sensor;
    thread::spawn(move || {
        if let Some(reading) = sensor.next() {
            sender.send(reading).unwrap();
        }
    });
    receiver
}

pub fn hottest(readings: Receiver<i32>) -> Option<i32> {
    readings.into_iter().max()
}
