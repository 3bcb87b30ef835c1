//! expect: overlocked in schedules::the_caller_does_not_wait_for_the_sensor
//!
//! Spawns and joins at once: the caller waits for the whole sensor, as if there were no thread.

use std::sync::mpsc::{self, Receiver};
use std::thread;

pub fn start_sensor<T, S>(sensor: S) -> Receiver<T>
where
    T: Send + 'static,
    S: Iterator<Item = T> + Send + 'static,
{
    let (sender, receiver) = mpsc::channel();
    let handle = thread::spawn(move || {
        for reading in sensor {
            sender.send(reading).unwrap();
        }
    });
    handle.join().unwrap();
    receiver
}

pub fn hottest(readings: Receiver<i32>) -> Option<i32> {
    readings.into_iter().max()
}
