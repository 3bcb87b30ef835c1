//! expect: wrong-answer in schedules::the_sensor_is_read_on_another_thread
//!
//! There is a channel but no thread: the caller reads the whole sensor before it gets the receiver.

use std::sync::mpsc::{self, Receiver};

pub fn start_sensor<T, S>(sensor: S) -> Receiver<T>
where
    T: Send + 'static,
    S: Iterator<Item = T> + Send + 'static,
{
    let (sender, receiver) = mpsc::channel();
    for reading in sensor {
        sender.send(reading).unwrap();
    }
    receiver
}

pub fn hottest(readings: Receiver<i32>) -> Option<i32> {
    readings.into_iter().max()
}
