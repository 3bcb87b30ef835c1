//! expect: passed
//!
//! A second thread passes the readings on.

use std::sync::mpsc::{self, Receiver};
use std::thread;

/// Reads `sensor` on a new thread, and returns the receiving half of a channel at once.
pub fn start_sensor<T, S>(sensor: S) -> Receiver<T>
where
    T: Send + 'static,
    S: Iterator<Item = T> + Send + 'static,
{
    let (sender, receiver) = mpsc::channel();

    // `move` gives the new thread both the sensor and the sender. Nobody else has a sender now.
    thread::spawn(move || {
        for reading in sensor {
            // `send` fails when the receiver is gone. Then nobody is listening, and reading on
            // would be wasted work.
            if sender.send(reading).is_err() {
                break;
            }
        }
        // Here the closure ends and drops the only sender. That is the hanging up: the receiver
        // gets what is still in the channel, and then an `Err` for "nothing more will come".
    });

    // The thread's `JoinHandle` is not needed. Whoever holds the receiver learns from the channel
    // when the sensor is done.
    let (relay, out) = mpsc::channel();
    thread::spawn(move || {
        for reading in receiver {
            if relay.send(reading).is_err() {
                break;
            }
        }
    });
    out
}

/// Listens until the sensor hangs up, and returns the highest reading.
pub fn hottest(readings: Receiver<i32>) -> Option<i32> {
    let mut highest = None;
    // Each turn of this loop waits for the next reading. The loop ends when the sender is gone.
    for reading in readings {
        // `None` is less than every `Some`, so the first reading always wins.
        highest = highest.max(Some(reading));
    }
    highest
}
