//! expect: overlocked in schedules::three_shops_are_open_at_the_same_time
//!
//! As many threads as there are processors: each runs several shops, one after the other.

use std::sync::mpsc;
use std::thread;

pub fn run_day<S, J>(shops: Vec<S>, mut journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let (sender, receiver) = mpsc::channel();
    let threads = thread::available_parallelism().map_or(2, usize::from);
    let mut streets: Vec<Vec<(usize, S)>> = (0..threads).map(|_| Vec::new()).collect();
    for (number, shop) in shops.into_iter().enumerate() {
        streets[number % threads].push((number, shop));
    }
    for street in streets {
        let sender = sender.clone();
        thread::spawn(move || {
            for (number, shop) in street {
                for cents in shop {
                    sender.send((number, cents)).unwrap();
                }
            }
        });
    }
    drop(sender);
    let mut total = 0;
    for (number, cents) in receiver {
        journal(number, cents);
        total += cents;
    }
    total
}
