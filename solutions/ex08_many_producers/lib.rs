//! expect: passed
//!
//! 08 Many producers: the reference solution.

use std::sync::mpsc;
use std::thread;

/// Runs every shop on a thread of its own, writes all sales in the journal, and returns their sum.
pub fn run_day<S, J>(shops: Vec<S>, mut journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let (sender, receiver) = mpsc::channel();

    for (number, shop) in shops.into_iter().enumerate() {
        // Another sender for the same channel. It goes to the thread and is dropped when that ends.
        let sender = sender.clone();
        thread::spawn(move || {
            for cents in shop {
                if sender.send((number, cents)).is_err() {
                    break;
                }
            }
        });
    }

    // The first sender only served to make clones. While it lives, the channel stays open, and the
    // loop below would wait for a sale that nobody can send.
    drop(sender);

    // From here on this thread is head office. The loop ends when the last shop has closed. Every
    // sale was sent before that, so none is missing. There is no need to join the threads.
    let mut total = 0;
    for (number, cents) in receiver {
        journal(number, cents);
        total += cents;
    }
    total
}
