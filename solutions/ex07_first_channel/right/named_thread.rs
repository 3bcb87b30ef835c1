//! expect: passed
//!
//! `thread::Builder` gives the thread a name. `hottest` looks at both errors of `recv_timeout`: a
//! silence is not the end, a closed channel is.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

pub fn start_sensor<T, S>(sensor: S) -> Receiver<T>
where
    T: Send + 'static,
    S: Iterator<Item = T> + Send + 'static,
{
    let (sender, receiver) = mpsc::channel();
    thread::Builder::new()
        .name(String::from("sensor"))
        .spawn(move || {
            let mut sensor = sensor;
            while let Some(reading) = sensor.next() {
                let _ = sender.send(reading);
            }
        })
        .expect("the system has room for one more thread");
    receiver
}

pub fn hottest(readings: Receiver<i32>) -> Option<i32> {
    let mut highest = None;
    loop {
        match readings.recv_timeout(Duration::from_secs(1)) {
            Ok(reading) => highest = highest.max(Some(reading)),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return highest,
        }
    }
}
