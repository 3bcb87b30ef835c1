//! What the three types do, on real threads. What may cross threads, and what
//! must not, is the business of `compile_fail.rs`.

use std::thread;

use ex31::{Meter, Screen, Tray};

// The signatures, as the task gives them.
const _: fn() -> Tray<Print> = Tray::<Print>::empty;
const _: fn(&Tray<Print>, Print) -> usize = Tray::<Print>::put;
const _: fn(&Tray<Print>) -> Vec<Print> = Tray::<Print>::take_all;
const _: fn(&Tray<Print>) -> Tray<Print> = <Tray<Print> as Clone>::clone;
const _: fn(u64) -> Meter = Meter::starting_at;
const _: fn(&Meter, u64) = Meter::add;
const _: fn(&Meter) -> u64 = Meter::total;
const _: fn() -> Screen = Screen::open;
const _: fn(&Screen, &str) = Screen::show;
const _: fn(&Screen) -> Vec<String> = Screen::lines;

#[derive(Clone, Debug, PartialEq)]
struct Print(&'static str);

#[test]
fn prints_are_numbered_from_one() {
    testkit::watchdog(|| {
        let tray = Tray::empty();
        assert_eq!(tray.put(Print("beach")), 1, "the first print is number 1");
        assert_eq!(tray.put(Print("forest")), 2, "the next print is number 2");
    });
}

#[test]
fn taking_prints_out_leaves_the_tray_empty() {
    testkit::watchdog(|| {
        let tray = Tray::empty();
        tray.put(Print("beach"));
        tray.put(Print("forest"));
        assert_eq!(
            tray.take_all(),
            [Print("beach"), Print("forest")],
            "take_all gives every print, in the order of their numbers"
        );
        assert_eq!(
            tray.take_all(),
            [],
            "the prints were taken out: nothing is left for a second take_all"
        );
    });
}

#[test]
fn the_numbers_go_on_after_the_tray_was_emptied() {
    testkit::watchdog(|| {
        let tray = Tray::empty();
        tray.put(Print("beach"));
        tray.take_all();
        assert_eq!(
            tray.put(Print("forest")),
            2,
            "number 1 was given out already, even though that print has left the tray"
        );
    });
}

#[test]
fn a_clone_is_the_same_tray() {
    testkit::watchdog(|| {
        let tray = Tray::empty();
        let other_handle = tray.clone();
        assert_eq!(tray.put(Print("beach")), 1);
        assert_eq!(
            other_handle.put(Print("forest")),
            2,
            "both handles count for the same tray"
        );
        assert_eq!(
            tray.take_all(),
            [Print("beach"), Print("forest")],
            "what goes in through one handle comes out through the other"
        );
    });
}

#[test]
fn two_trays_have_nothing_in_common() {
    testkit::watchdog(|| {
        let (holidays, weddings) = (Tray::empty(), Tray::empty());
        holidays.put(Print("beach"));
        assert_eq!(
            weddings.put(Print("cake")),
            1,
            "each tray has numbers of its own"
        );
        assert_eq!(holidays.take_all(), [Print("beach")]);
        assert_eq!(weddings.take_all(), [Print("cake")]);
    });
}

#[test]
fn eight_workers_fill_one_tray() {
    testkit::watchdog(|| {
        let tray = Tray::empty();
        let mut numbers: Vec<usize> = thread::scope(|scope| {
            let workers: Vec<_> = (0..8)
                .map(|_| scope.spawn(|| (0..50).map(|print| tray.put(print)).collect::<Vec<_>>()))
                .collect();
            workers
                .into_iter()
                .flat_map(|worker| worker.join().expect("a worker panicked in Tray::put"))
                .collect()
        });
        numbers.sort_unstable();
        assert!(
            numbers.iter().copied().eq(1..=400),
            "400 prints get the numbers 1 to 400, each once"
        );
        assert_eq!(tray.take_all().len(), 400, "all 400 prints are in the tray");
    });
}

#[test]
fn a_meter_adds_up() {
    testkit::watchdog(|| {
        let meter = Meter::starting_at(100);
        meter.add(40);
        meter.add(2);
        assert_eq!(meter.total(), 142, "100 to start with, then 40, then 2");
        meter.add(6_000_000_000);
        assert_eq!(
            meter.total(),
            6_000_000_142,
            "a busy lab: 6,000,000,000 more"
        );
    });
}

#[test]
fn every_worker_has_a_meter_of_its_own() {
    testkit::watchdog(|| {
        let totals: Vec<u64> = (1..=3)
            .map(|worker| {
                let meter = Meter::starting_at(worker);
                thread::spawn(move || {
                    meter.add(10 * worker);
                    meter
                })
            })
            .collect::<Vec<_>>()
            .into_iter()
            .map(|thread| {
                let meter = thread.join().expect("a worker panicked in Meter::add");
                meter.total()
            })
            .collect();
        assert_eq!(
            totals,
            [11, 22, 33],
            "a meter counts for its own worker and no other"
        );
    });
}

#[test]
fn a_screen_shows_its_lines_in_order() {
    testkit::watchdog(|| {
        let screen = Screen::open();
        assert!(screen.lines().is_empty(), "a new screen has no line on it");
        screen.show("beach: ready");
        screen.show("forest: ready");
        assert_eq!(screen.lines(), ["beach: ready", "forest: ready"]);
    });
}

#[test]
fn two_screens_have_nothing_in_common() {
    testkit::watchdog(|| {
        let (counter, back_room) = (Screen::open(), Screen::open());
        counter.show("beach: ready");
        assert!(
            back_room.lines().is_empty(),
            "a line shown on one screen must not appear on another"
        );
        thread::spawn(|| {
            let own = Screen::open();
            own.show("forest: drying");
            assert_eq!(own.lines(), ["forest: drying"]);
        })
        .join()
        .expect("any thread may open a screen of its own and use it there");
        assert_eq!(counter.lines(), ["beach: ready"]);
    });
}
