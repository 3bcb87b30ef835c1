//! # 01 Spawn and join
//!
//! Welcome. In this exercise you start your first threads.
//!
//! A program begins with one thread: it runs your code from top to bottom, one line at a
//! time. `thread::spawn` starts another one. You give it a closure. The new thread runs the
//! closure while yours goes on with its next line. What you get back is a `JoinHandle`.
//! Call `join` on it when you need the answer: your thread then waits until the other one
//! has finished, and receives what the closure returned.
//!
//! ```
//! use std::thread;
//!
//! let handle = thread::spawn(|| 6 * 7); // a new thread begins to work
//! println!("both threads are running now");
//! let answer = handle.join().unwrap(); // wait for it, and take its answer
//! assert_eq!(answer, 42);
//! ```
//!
//! `join` returns a `Result`: it is an `Err` if the thread panicked. Here `unwrap` will do.
//! Exercise 06 comes back to it.
//!
//! ## Why it matters
//!
//! Your computer can run several threads at the same time. Four texts on four threads take as
//! long as the longest of them. Four texts on one thread take as long as all of them together.
//! But threads alone gain nothing. Who starts one and waits for it at once, then starts the
//! next, still does one thing after the other.
//!
//! ## Your task
//!
//! Complete [`count_all`]. It counts the words of several texts:
//!
//! - start one new thread for each text, which calls `count` on it;
//! - all these threads work at the same time: start every one before you wait for the first;
//! - return the counts in the order of the texts.
//!
//! One more word that you need: write `move ||` in place of `||`, and the closure takes what
//! it uses, here the text, along to its thread. Exercise 02 explains why.
//!
//! Then run `cargo test -p ex01`.
//!
//! Read: [the Book on threads](https://doc.rust-lang.org/book/ch16-01-threads.html),
//! [`thread::spawn`](https://doc.rust-lang.org/std/thread/fn.spawn.html),
//! [`JoinHandle`](https://doc.rust-lang.org/std/thread/struct.JoinHandle.html).

/// Counts the words of each text, with one thread for each, all of them at the same time.
///
/// `count` is the function that counts the words of one text. It is a plain function
/// pointer: copy it, and call it from any thread, as often as you like.
///
/// The first count belongs to the first text, the second to the second, and so on.
/// No texts, no counts.
///
/// Keep the signature.
///
/// ```
/// fn words(text: &str) -> usize {
///     text.split_whitespace().count()
/// }
///
/// let texts = vec!["to be".to_string(), "or not to be".to_string()];
/// assert_eq!(ex01::count_all(texts, words), [2, 4]);
/// ```
pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    // This is how one thread does it, one text after the other. Replace it.
    let counts: Vec<usize> = texts.iter().map(|text| count(text)).collect();
    todo!("give each of these {} texts a thread", counts.len())
}
