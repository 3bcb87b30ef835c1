//! expect: wrong-answer in schedules::the_sensor_is_read_on_another_thread
//!
//! The caller reads the sensor, and the new thread only passes the readings on.

use std::sync::mpsc::{self, Receiver};
use std::thread;

pub fn start_sensor<T, S>(sensor: S) -> Receiver<T>
where
    T: Send + 'static,
    S: Iterator<Item = T> + Send + 'static,
{
    let (sender, receiver) = mpsc::channel();
    let readings: Vec<T> = sensor.collect();
    thread::spawn(move || {
        for reading in readings {
            sender.send(reading).unwrap();
        }
    });
    receiver
}

pub fn hottest(readings: Receiver<i32>) -> Option<i32> {
    readings.into_iter().max()
}
