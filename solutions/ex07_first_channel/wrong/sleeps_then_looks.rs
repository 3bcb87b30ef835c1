//! expect: race in schedules::hottest_waits_for_every_reading
//!
//! Sleeps for a second so that the sensor "must be done by now", and then takes what there is. No
//! sleep is long enough to be a promise.

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
    thread::sleep(Duration::from_secs(1));
    readings.try_iter().max()
}
