//! `start_sensor` and `hottest` under the explorer.
//!
//! From the next line on, `std` is the explorer's look-alike: it decides which thread goes on and
//! when. Each test runs again and again, until every order that matters has been tried. A test
//! fails if a single order goes wrong, and then you see that order, step by step.
//!
//! `sometimes!(…)` asks the opposite question: is there an order, even one, in which this happens?
//! That is how these tests find out that a thread really works beside the caller.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex07;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::mpsc;
use std::thread;

/// A sensor with `readings` readings that counts in `taken` how many of them have been taken.
fn counting_sensor(
    readings: usize,
    taken: &Arc<AtomicUsize>,
) -> impl Iterator<Item = usize> + use<> {
    let taken = Arc::clone(taken);
    (0..readings).map(move |_| taken.fetch_add(1, SeqCst) + 1)
}

#[test]
fn the_sensor_is_read_on_another_thread() {
    interleave::explore(|| {
        let sensor = std::iter::once_with(|| thread::current().id());
        let readings = ex07::start_sensor(sensor);
        let reader = readings
            .recv()
            .expect("the sensor has one reading, but the channel closed before it came");
        assert_ne!(
            reader,
            thread::current().id(),
            "the sensor was read on the caller's own thread: give it a new one with thread::spawn"
        );
    });
}

#[test]
fn every_reading_arrives_in_order() {
    interleave::explore(|| {
        let readings = ex07::start_sensor([18, 21, 19].into_iter());
        let arrived: Vec<i32> = readings.into_iter().collect();
        assert_eq!(
            arrived,
            [18, 21, 19],
            "the sensor read 18, 21, 19 and was switched off, but other readings came out of the channel (on the left)"
        );
    });
}

#[test]
fn the_caller_does_not_wait_for_the_sensor() {
    interleave::explore(|| {
        let taken = Arc::new(AtomicUsize::new(0));
        let readings = ex07::start_sensor(counting_sensor(2, &taken));
        let taken_on_return = taken.load(SeqCst);
        assert_eq!(
            readings.into_iter().count(),
            2,
            "the sensor gave 2 readings"
        );
        sometimes!(
            taken_on_return < 2,
            "start_sensor returns while the sensor still has readings to give"
        );
    });
}

#[test]
fn each_reading_is_sent_before_the_next_is_taken() {
    interleave::explore(|| {
        let taken = Arc::new(AtomicUsize::new(0));
        let readings = ex07::start_sensor(counting_sensor(3, &taken));
        let mut at_once = true;
        for received in readings {
            at_once &= taken.load(SeqCst) == received;
        }
        sometimes!(
            at_once,
            "the caller has each reading before the sensor takes the next one"
        );
    });
}

#[test]
fn hottest_waits_for_every_reading() {
    interleave::explore(|| {
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || {
            for reading in [-7, -3] {
                // If this fails, `hottest` has stopped listening: the assertion below says so.
                let _ = sender.send(reading);
            }
        });
        assert_eq!(
            ex07::hottest(receiver),
            Some(-3),
            "a frosty sensor sent -7 and -3 and hung up, but hottest returned something else (on the left)"
        );
    });
}

/// The signatures of the task hold here as well: what a test compares is what it seems to be.
const _: fn(mpsc::Receiver<i32>) -> Option<i32> = ex07::hottest;
fn _signature<T, S>(sensor: S) -> mpsc::Receiver<T>
where
    T: Send + 'static,
    S: Iterator<Item = T> + Send + 'static,
{
    ex07::start_sensor(sensor)
}
