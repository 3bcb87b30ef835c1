//! # 07 First channel
//!
//! A thermometer on a roof is slow: every reading takes a while. A program that waits for each
//! reading can do nothing else. So the thermometer gets a thread of its own, and that thread sends
//! the readings to whoever wants them.
//!
//! They travel through a **channel**. It has two halves, and `mpsc::channel()` makes both:
//!
//! ```
//! use std::sync::mpsc;
//! use std::thread;
//!
//! let (sender, receiver) = mpsc::channel();
//!
//! thread::spawn(move || {
//!     sender.send(18).unwrap();
//!     sender.send(21).unwrap();
//! }); // the thread ends, and drops the sender
//!
//! assert_eq!(receiver.recv(), Ok(18));
//! assert_eq!(receiver.recv(), Ok(21));
//! assert!(receiver.recv().is_err()); // nothing more will come
//! ```
//!
//! - `send` puts a value in at one end, and waits for nobody. The value **moves** into the channel:
//!   afterwards the sending thread does not have it any more. So two threads can never quarrel over
//!   it. `send` returns an `Err` if the receiver is gone. Here `unwrap` will do; exercise 09 comes
//!   back to it.
//! - `recv` takes the oldest value out at the other end. While the channel is empty, `recv` waits.
//! - **Dropping the sender hangs up.** The receiver still gets everything that was sent before. After
//!   that, `recv` returns an `Err`, and a `for` loop over the receiver ends by itself.
//!
//! ## Why it matters
//!
//! Threads that send values to each other need not share any memory. Nothing has to be locked, and
//! at any time it is clear who owns what. Many programs use nothing but channels between their
//! threads.
//!
//! ## Your task
//!
//! Write [`start_sensor`], which reads a sensor on a new thread, and [`hottest`], which listens
//! until the sensor hangs up.
//!
//! Then run `cargo test -p ex07`. Together the two work like this:
//!
//! ```
//! let readings = ex07::start_sensor([18, 21, 19].into_iter()); // returns at once
//! assert_eq!(ex07::hottest(readings), Some(21)); // waits for the last reading
//! ```
//!
//! Read: [the Book on message passing](https://doc.rust-lang.org/book/ch16-02-message-passing.html),
//! [`std::sync::mpsc`](https://doc.rust-lang.org/std/sync/mpsc/index.html).

use std::sync::mpsc::Receiver;

/// Reads `sensor` on a new thread, and returns the receiving half of a channel at once.
///
/// A sensor is an iterator: `next` waits for a reading and returns it, and `None` means that the
/// sensor has been switched off. So `for reading in sensor` does all the reading. What a reading is
/// does not matter here: it can be of any type `T` that may move to another thread.
///
/// - Only the new thread reads the sensor. The caller does not wait for any reading.
/// - Each reading is sent as soon as it has been taken, before the next one is.
/// - After the last reading the thread hangs up.
///
/// You may assume that somebody listens to the end.
///
/// Keep the signature.
pub fn start_sensor<T, S>(sensor: S) -> Receiver<T>
where
    T: Send + 'static,
    S: Iterator<Item = T> + Send + 'static,
{
    let _ = sensor; // the new thread reads it
    todo!("make a channel, and a thread that sends every reading")
}

/// Listens until the sensor hangs up, and returns the highest reading.
///
/// Returns `None` if there was no reading at all. An empty channel is not the end: the next reading
/// may only take its time.
///
/// Keep the signature.
pub fn hottest(readings: Receiver<i32>) -> Option<i32> {
    let _ = readings; // receive from it
    todo!("remember the highest reading until the sensor hangs up")
}
