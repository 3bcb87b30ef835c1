//! Your file, run again under a scheduler that tries every order in which the
//! threads can take their turns. `Sync` promises that sharing a tray is never
//! undefined behaviour. It does not promise that your answers are right: a
//! number read now may be old a moment later. That is what is tried here.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex31;

use ex31::{Meter, Screen, Tray};
use std::thread;

#[test]
fn two_prints_never_get_the_same_number() {
    interleave::explore(|| {
        let tray = Tray::empty();
        let workers_tray = tray.clone();
        let worker = thread::spawn(move || workers_tray.put("beach"));
        let here = tray.put("forest");
        let there = worker.join().expect("the worker panicked in Tray::put");

        let mut numbers = [here, there];
        numbers.sort_unstable();
        assert_eq!(
            numbers,
            [1, 2],
            "two threads put in one print each. One gets number 1, the other number 2"
        );
    });
}

#[test]
fn prints_lie_in_the_order_of_their_numbers() {
    interleave::explore(|| {
        let tray = Tray::empty();
        let workers_tray = tray.clone();
        let worker = thread::spawn(move || workers_tray.put("beach"));
        let here = tray.put("forest");
        let there = worker.join().expect("the worker panicked in Tray::put");

        let expected = if here < there {
            ["forest", "beach"]
        } else {
            ["beach", "forest"]
        };
        assert_eq!(
            tray.take_all(),
            expected,
            "`forest` got number {here} and `beach` number {there}, so take_all must give \
             them in that order. Is a print numbered at one moment and laid down at another?"
        );
    });
}

#[test]
fn every_print_is_taken_out_exactly_once() {
    interleave::explore(|| {
        let tray = Tray::empty();
        tray.put("beach");
        let other_handle = tray.clone();
        let other = thread::spawn(move || {
            other_handle.put("forest");
            other_handle.take_all()
        });
        let mut taken = tray.take_all();
        taken.extend(
            other
                .join()
                .expect("the other thread panicked in Tray::put or Tray::take_all"),
        );

        taken.sort_unstable();
        assert_eq!(
            taken,
            ["beach", "forest"],
            "two threads emptied the tray together. Between them they must hold each print once"
        );
    });
}

#[test]
fn a_meter_goes_to_its_worker_and_comes_back() {
    interleave::explore(|| {
        let meter = Meter::starting_at(10);
        meter.add(5);
        let worker = thread::spawn(move || {
            meter.add(7);
            meter
        });
        let meter = worker.join().expect("the worker panicked in Meter::add");
        assert_eq!(
            meter.total(),
            22,
            "started at 10, then 5 here, then 7 on the worker's thread"
        );
    });
}

#[test]
fn the_screen_stays_while_the_workers_work() {
    interleave::explore(|| {
        let screen = Screen::open();
        let tray = Tray::empty();
        let workers_tray = tray.clone();
        let worker = thread::spawn(move || workers_tray.put("beach"));
        screen.show("printing");
        worker.join().expect("the worker panicked in Tray::put");
        for print in tray.take_all() {
            screen.show(print);
        }
        assert_eq!(
            screen.lines(),
            ["printing", "beach"],
            "the screen shows what this thread put on it, in order"
        );
    });
}

use std::{fmt::Debug, hash::Hash};

/// The signatures of the task hold here as well: what a test compares is what it seems to be.
/// Bounds are the business of other tests, so what is handed over here meets nearly all.
fn _signatures<P: Copy + Default + Ord + Hash + Debug + Send + Sync + 'static>() {
    let _: fn() -> Tray<P> = Tray::empty;
    let _: fn(&Tray<P>, P) -> usize = Tray::put;
    let _: fn(&Tray<P>) -> Vec<P> = Tray::take_all;
    let _: fn(&Tray<P>) -> Tray<P> = Clone::clone;
}
const _: fn(u64) -> Meter = Meter::starting_at;
const _: fn(&Meter, u64) = Meter::add;
const _: fn(&Meter) -> u64 = Meter::total;
const _: fn() -> Screen = Screen::open;
const _: fn(&Screen, &str) = Screen::show;
const _: fn(&Screen) -> Vec<String> = Screen::lines;
