//! expect: livelock in schedules::hottest_waits_for_every_reading
//!
//! Takes the error of `recv` for "nothing yet" and asks again. After the sender has hung up, `recv`
//! returns that error at once, for ever.

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
    let mut highest = None;
    loop {
        match readings.recv() {
            Ok(reading) => highest = highest.max(Some(reading)),
            Err(error) => eprintln!("the hottest was {highest:?}, still listening: {error}"),
        }
    }
}
