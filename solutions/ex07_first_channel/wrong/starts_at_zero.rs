//! expect: wrong-answer in schedules::hottest_waits_for_every_reading
//!
//! Starts with a highest reading of 0, which no sensor ever sent.

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
    let mut highest = 0;
    for reading in readings {
        if reading > highest {
            highest = reading;
        }
    }
    Some(highest)
}
