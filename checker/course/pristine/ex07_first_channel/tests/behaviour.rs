//! `start_sensor` and `hottest` on real threads.
//!
//! A test that hangs is ended by the watchdog, which says what its threads are waiting for.

use std::sync::mpsc::{self, Receiver};
use testkit::watchdog;

/// The functions under test. These lines compile only while the signatures are those of the task.
fn start_sensor<T, S>(sensor: S) -> Receiver<T>
where
    T: Send + 'static,
    S: Iterator<Item = T> + Send + 'static,
{
    let start_sensor: fn(S) -> Receiver<T> = ex07::start_sensor;
    start_sensor(sensor)
}
const HOTTEST: fn(Receiver<i32>) -> Option<i32> = ex07::hottest;

#[test]
fn a_thousand_readings_arrive_in_order() {
    watchdog(|| {
        let arrived: Vec<i32> = start_sensor(0..1_000).into_iter().collect();
        let sent: Vec<i32> = (0..1_000).collect();
        assert_eq!(arrived, sent, "readings were lost, doubled or out of order");
    });
}

#[test]
fn a_sensor_that_is_off_hangs_up() {
    watchdog(|| {
        let readings = start_sensor(std::iter::empty::<i32>());
        assert!(
            readings.recv().is_err(),
            "the sensor had no readings, yet one came out of the channel"
        );
    });
}

#[test]
fn a_reading_can_be_anything_that_may_change_threads() {
    watchdog(|| {
        /// Neither `Clone` nor `Copy`: it can only be moved.
        #[derive(Debug, PartialEq)]
        struct Sky(String);

        let seen = ["clear", "cloudy"].map(|sky| Sky(sky.to_owned()));
        let arrived: Vec<Sky> = start_sensor(seen.into_iter()).into_iter().collect();
        assert_eq!(arrived, ["clear", "cloudy"].map(|sky| Sky(sky.to_owned())));
    });
}

#[test]
fn a_sensor_can_wait_until_its_last_reading_has_arrived() {
    watchdog(|| {
        // The sensor takes a reading only after the caller has received the one before.
        let (received, may_read) = mpsc::channel();
        let sensor = (1..=3).inspect(move |_| may_read.recv().expect("the test is still here"));
        let readings = start_sensor(sensor);
        for expected in 1..=3 {
            received.send(()).expect("the sensor is still here");
            assert_eq!(readings.recv(), Ok(expected));
        }
    });
}

#[test]
fn hottest_finds_the_highest_reading() {
    watchdog(|| {
        for (sent, highest) in [
            (vec![18, 21, 19], Some(21)),
            (vec![-4, -11], Some(-4)),
            (vec![7], Some(7)),
            (vec![i32::MIN], Some(i32::MIN)),
            (vec![], None),
        ] {
            let (sender, receiver) = mpsc::channel();
            for &reading in &sent {
                sender.send(reading).expect("the receiver is still here");
            }
            drop(sender);
            assert_eq!(HOTTEST(receiver), highest, "the readings were {sent:?}");
        }
    });
}

#[test]
fn sensor_and_listener_work_together() {
    watchdog(|| {
        let readings = start_sensor((0..500).map(|minute| (minute * 37) % 101));
        assert_eq!(HOTTEST(readings), Some(100));
    });
}
