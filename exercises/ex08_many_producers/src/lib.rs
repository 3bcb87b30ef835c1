//! # 08 Many producers
//!
//! Head office has shops in several towns. All day long each shop rings up sales, at its own pace.
//! Head office writes every sale in one journal as soon as it hears of it, and in the evening it
//! wants to know what the day has brought in.
//!
//! This is what `mpsc` stands for: **multiple producers**, single consumer. A channel has one
//! receiver, and as many senders as you like. `clone` makes one more sender for the same channel:
//!
//! ```text
//! shop 0   sender ──╮
//! shop 1   sender ──┼──▶  [ (1, 250) | (0, 1200) ]  ──▶  receiver   head office
//! shop 2   sender ──╯
//! ```
//!
//! When is the day over? No shop can tell, because no shop knows the others. The channel can: it is
//! closed when its **last** sender is dropped. A sender that belongs to a shop's thread is dropped
//! when that thread ends. But a single sender that somebody keeps is enough to make the receiver wait
//! for ever. So look after the first one, from which you made the clones:
//!
//! ```
//! use std::sync::mpsc;
//!
//! let (sender, receiver) = mpsc::channel();
//! let another = sender.clone();
//! another.send("from the clone").unwrap();
//! sender.send("from the original").unwrap();
//!
//! drop(another);
//! drop(sender); // without this line, the loop below would never end
//! for message in receiver {
//!     println!("{message}");
//! }
//! ```
//!
//! ## Why it matters
//!
//! Many threads that report to one are everywhere: log files, progress bars, the results of a search.
//! The one that listens needs no lock, because nobody else touches what it writes.
//!
//! ## Your task
//!
//! Write [`run_day`]. All shops sell at the same time, each on a thread of its own, and one journal
//! gets every sale.
//!
//! Then run `cargo test -p ex08`. You use it like this:
//!
//! ```
//! let shops = vec![vec![1200, 80].into_iter(), vec![250].into_iter()];
//! let total = ex08::run_day(shops, |shop, cents| println!("shop {shop}: {cents} cents"));
//! assert_eq!(total, 1530);
//! ```
//!
//! This prints three lines. The 1200 comes before the 80, since one shop sells both. The 250 may
//! come first, last or in between: nobody promises anything about the order between two shops.
//!
//! Read: [the Book on message passing](https://doc.rust-lang.org/book/ch16-02-message-passing.html),
//! its last section, and [`Sender`](https://doc.rust-lang.org/std/sync/mpsc/struct.Sender.html).

/// Runs every shop on a thread of its own, writes all sales in the journal, and returns their sum.
///
/// A shop is an iterator: `next` waits for a customer and returns the price in cents, and `None`
/// means that the shop has closed. The shops are numbered from 0, in the order of the vector.
///
/// - All shops are open at the same time.
/// - `journal(shop, cents)` is called once for every sale, on the thread that called `run_day`. It
///   cannot go to another thread, because nothing says that it is `Send`.
/// - A sale is written as soon as head office hears of it. It does not wait for its shop to close,
///   and it does not wait for another shop.
/// - `run_day` returns when all shops have closed and all sales are in the journal.
///
/// Keep the signature. To call `journal` you have to write `mut journal`; that is not part of it.
pub fn run_day<S, J>(shops: Vec<S>, journal: J) -> u64
where
    S: Iterator<Item = u64> + Send + 'static,
    J: FnMut(usize, u64),
{
    let _ = journal; // call it for every sale
    todo!(
        "open {} shops, each on a thread with a sender of its own",
        shops.len()
    )
}
