//! expect: passed
//!
//! The thread gets a clone of the sender. The original is dropped when `start_sensor` returns, so the
//! channel still closes after the last reading.

use std::sync::mpsc::{self, Receiver};
use std::thread;

pub fn start_sensor<T, S>(sensor: S) -> Receiver<T>
where
    T: Send + 'static,
    S: Iterator<Item = T> + Send + 'static,
{
    let (tx, rx) = mpsc::channel();
    let thread_tx = tx.clone();
    thread::spawn(move || {
        for reading in sensor {
            thread_tx.send(reading).unwrap();
        }
        drop(thread_tx);
    });
    rx
}

pub fn hottest(readings: Receiver<i32>) -> Option<i32> {
    readings
        .iter()
        .fold(None, |highest, reading| highest.max(Some(reading)))
}
