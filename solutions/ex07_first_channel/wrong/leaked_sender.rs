//! expect: deadlock in schedules::every_reading_arrives_in_order
//!
//! "The error said that the channel was closed, so I keep it open": a clone of the sender is never
//! dropped, and the listener waits for ever.

use std::sync::mpsc::{self, Receiver};
use std::thread;

pub fn start_sensor<T, S>(sensor: S) -> Receiver<T>
where
    T: Send + 'static,
    S: Iterator<Item = T> + Send + 'static,
{
    let (sender, receiver) = mpsc::channel();
    std::mem::forget(sender.clone());
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
