//! expect: passed
//!
//! A bounded channel with room for nothing: each `send` waits until its reading is received. A
//! `sync_channel` has the same `Receiver`.

use std::sync::mpsc::{self, Receiver};
use std::thread;

pub fn start_sensor<T, S>(sensor: S) -> Receiver<T>
where
    T: Send + 'static,
    S: Iterator<Item = T> + Send + 'static,
{
    let (sender, receiver) = mpsc::sync_channel(0);
    thread::spawn(move || {
        for reading in sensor {
            if sender.send(reading).is_err() {
                return;
            }
        }
    });
    receiver
}

pub fn hottest(readings: Receiver<i32>) -> Option<i32> {
    let mut highest = readings.recv().ok()?;
    while let Ok(reading) = readings.recv() {
        if reading > highest {
            highest = reading;
        }
    }
    Some(highest)
}
