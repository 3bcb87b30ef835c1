//! expect: passed
//!
//! Asks again and again instead of waiting. It keeps a processor busy for nothing, but it stops only
//! when the channel is closed.

use std::sync::mpsc::{self, Receiver, TryRecvError};
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
    let mut all = Vec::new();
    loop {
        match readings.try_recv() {
            Ok(reading) => all.push(reading),
            Err(TryRecvError::Empty) => thread::yield_now(),
            Err(TryRecvError::Disconnected) => break,
        }
    }
    all.into_iter().max()
}
