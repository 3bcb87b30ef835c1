//! expect: race in schedules::every_sale_is_in_the_journal_once
//!
//! Takes the newest sale from a pile: when head office is slow, the last comes first.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

struct Desk {
    pile: Vec<(usize, u64)>,
    open: usize,
}

pub fn run_day<S, J>(shops: Vec<S>, mut journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let desk = Arc::new((
        Mutex::new(Desk {
            pile: Vec::new(),
            open: shops.len(),
        }),
        Condvar::new(),
    ));
    for (number, shop) in shops.into_iter().enumerate() {
        let desk = Arc::clone(&desk);
        thread::spawn(move || {
            for cents in shop {
                desk.0.lock().unwrap().pile.push((number, cents));
                desk.1.notify_one();
            }
            desk.0.lock().unwrap().open -= 1;
            desk.1.notify_one();
        });
    }
    let mut total = 0;
    loop {
        let guard = desk.0.lock().unwrap();
        let mut guard = desk
            .1
            .wait_while(guard, |desk| desk.pile.is_empty() && desk.open > 0)
            .unwrap();
        let Some((number, cents)) = guard.pile.pop() else {
            return total;
        };
        drop(guard);
        journal(number, cents);
        total += cents;
    }
}
