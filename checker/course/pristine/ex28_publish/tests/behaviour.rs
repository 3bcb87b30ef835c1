//! `Published` on real threads.
//!
//! A test that hangs is ended by the watchdog, which says what its threads are waiting for. Most
//! processors keep more order than `Relaxed` promises, so these tests pass with wrong orderings too.
//! `schedules.rs` finds those.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

use ex28::Published;
use testkit::watchdog;

/// Something that can neither be sent nor shared nor copied. It may be published on one thread.
type Local = Cell<Rc<str>>;

/// These compile only while the signatures are the ones that the task gave you, with no bounds on `T`.
const _: fn() -> Published<Local> = Published::empty;
const _: fn(&Published<Local>, Local) -> Result<(), Local> = Published::publish;
const _: fn(&Published<Local>) -> Option<&Local> = Published::get;

/// Tells how many of its kind have been dropped.
struct Counted<'a>(&'a AtomicUsize);

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.fetch_add(1, SeqCst);
    }
}

#[test]
fn the_value_is_dropped_once_and_with_its_place() {
    watchdog(|| {
        let dropped = AtomicUsize::new(0);
        {
            let place = Published::empty();
            assert!(place.publish(Counted(&dropped)).is_ok());
            assert_eq!(dropped.load(SeqCst), 0, "the place must keep the value");
            let refused = place.publish(Counted(&dropped));
            assert!(refused.is_err(), "a value is there already");
            assert_eq!(dropped.load(SeqCst), 0, "the refused value must come back");
            drop(refused);
            assert_eq!(
                dropped.load(SeqCst),
                1,
                "its owner dropped the refused value"
            );
        }
        assert_eq!(
            dropped.load(SeqCst),
            2,
            "the place was dropped, and its value with it: with the refused one, that is two values"
        );
    });
}

#[test]
fn an_empty_place_drops_nothing() {
    static DROPPED: AtomicUsize = AtomicUsize::new(0);
    /// Takes no room. So to drop one that is not there does no harm, and is counted.
    struct Nothing;
    impl Drop for Nothing {
        fn drop(&mut self) {
            DROPPED.fetch_add(1, SeqCst);
        }
    }
    watchdog(|| {
        {
            let place: Published<Nothing> = Published::empty();
            assert!(place.get().is_none(), "nobody has published anything");
        }
        assert_eq!(DROPPED.load(SeqCst), 0, "there was no value to drop");
    });
}

#[test]
fn the_first_value_stays() {
    watchdog(|| {
        let motto = Published::empty();
        assert_eq!(motto.get(), None, "nobody has published anything");
        assert_eq!(motto.publish("festina lente".to_owned()), Ok(()));
        assert_eq!(motto.get().map(String::as_str), Some("festina lente"));
        let late = "carpe diem".to_owned();
        assert_eq!(
            motto.publish(late.clone()),
            Err(late),
            "a value is there already, so this one must come back"
        );
        assert_eq!(motto.get().map(String::as_str), Some("festina lente"));
    });
}

#[test]
fn two_places_have_two_values() {
    watchdog(|| {
        let (here, there) = (Published::empty(), Published::empty());
        assert_eq!(here.publish(1), Ok(()));
        assert_eq!(there.get(), None, "1 was published in another place");
        assert_eq!(there.publish(2), Ok(()), "this place was empty");
        assert_eq!((here.get(), there.get()), (Some(&1), Some(&2)));
    });
}

#[test]
fn readers_who_ask_again_find_it() {
    watchdog(|| {
        let primes: Published<Vec<u32>> = Published::empty();
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    let primes = loop {
                        match primes.get() {
                            Some(primes) => break primes,
                            None => thread::yield_now(),
                        }
                    };
                    assert_eq!(primes, &[2, 3, 5, 7]);
                });
            }
            assert_eq!(primes.publish(vec![2, 3, 5, 7]), Ok(()));
        });
    });
}

#[test]
fn of_four_publishers_one_succeeds() {
    watchdog(|| {
        for _ in 0..100 {
            let place = Published::empty();
            let winners: Vec<usize> = thread::scope(|scope| {
                let place = &place;
                let threads: Vec<_> = (0..4)
                    .map(|n| scope.spawn(move || place.publish(n).is_ok()))
                    .collect();
                let results = threads.into_iter().map(|thread| thread.join().unwrap());
                (0..4)
                    .zip(results)
                    .filter(|(_, ok)| *ok)
                    .map(|(n, _)| n)
                    .collect()
            });
            assert_eq!(
                winners.len(),
                1,
                "exactly one of four publishers must succeed"
            );
            assert_eq!(place.get(), Some(&winners[0]), "its value must be there");
        }
    });
}
