//! expect: passed
//!
//! No channel at all: a queue in a mutex, a count of the open shops beside it, and a condition variable
//! to wait on.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

pub fn run_day<S, J>(shops: Vec<S>, mut journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let office = Arc::new(Office::default());
    office.state.lock().unwrap().open = shops.len();
    for (number, shop) in shops.into_iter().enumerate() {
        let office = Arc::clone(&office);
        thread::spawn(move || {
            for cents in shop {
                office
                    .state
                    .lock()
                    .unwrap()
                    .sales
                    .push_back((number, cents));
                office.news.notify_one();
            }
            office.state.lock().unwrap().open -= 1;
            office.news.notify_one();
        });
    }

    let mut total = 0;
    while let Some((number, cents)) = office.next_sale() {
        journal(number, cents);
        total += cents;
    }
    total
}

#[derive(Default)]
struct Office {
    state: Mutex<State>,
    news: Condvar,
}

#[derive(Default)]
struct State {
    sales: VecDeque<(usize, u64)>,
    open: usize,
}

impl Office {
    /// Waits for the next sale; `None` if all shops have closed.
    fn next_sale(&self) -> Option<(usize, u64)> {
        let mut state = self
            .news
            .wait_while(self.state.lock().unwrap(), |state| {
                state.sales.is_empty() && state.open > 0
            })
            .unwrap();
        state.sales.pop_front()
    }
}
