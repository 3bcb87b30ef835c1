//! expect: overlocked in schedules::each_reading_is_sent_before_the_next_is_taken
//!
//! The thread collects all readings before it sends the first. Nobody hears anything until the sensor
//! is switched off.

use std::sync::mpsc::{self, Receiver};
use std::thread;

pub fn start_sensor<T, S>(sensor: S) -> Receiver<T>
where
    T: Send + 'static,
    S: Iterator<Item = T> + Send + 'static,
{
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let readings: Vec<T> = sensor.collect();
        for reading in readings {
            sender.send(reading).unwrap();
        }
    });
    receiver
}

pub fn hottest(readings: Receiver<i32>) -> Option<i32> {
    readings.into_iter().max()
}
