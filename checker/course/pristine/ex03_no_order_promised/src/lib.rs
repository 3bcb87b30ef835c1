//! # 03 No order promised
//!
//! Which of these lines comes first?
//!
//! ```
//! use std::thread;
//!
//! let ada = thread::spawn(|| println!("I am Ada"));
//! let ben = thread::spawn(|| println!("I am Ben"));
//! ada.join().unwrap();
//! ben.join().unwrap();
//! ```
//!
//! Ada's thread was started first, and yet nobody knows. From the moment it is started, a
//! thread runs at its own pace. The operating system may leave it waiting while another one
//! overtakes it. Today Ada prints first, tomorrow Ben does, and both are right.
//!
//! `join` does not change that. It says when *you* go on: not before this thread has
//! finished. It says nothing about who overtook whom on the way.
//!
//! ## Why it matters
//!
//! Code that relies on the usual order works on your machine, passes its tests, and fails on
//! a busy day. When you need an order, do not hope for it. Let each thread bring back
//! something to put its result in place with: a number, an index, a time. Then sort.
//!
//! ## Your task
//!
//! A bakery has a machine by the door. Every customer draws a ticket with a number, and the
//! lowest number is served first. All customers come through the door at the same time.
//! So it is not the place in the list that decides, but the ticket.
//!
//! Complete [`serving_order`]:
//!
//! - each customer is a new thread, which calls `draw` with the customer's name, once;
//! - all customers walk in at the same time: nobody waits for another one's ticket;
//! - return the names in the order of their tickets, the lowest number first.
//!
//! Then run `cargo test -p ex03`.
//!
//! Read: [the Book on threads](https://doc.rust-lang.org/book/ch16-01-threads.html),
//! [`thread::spawn`](https://doc.rust-lang.org/std/thread/fn.spawn.html), and
//! [`sort_by_key`](https://doc.rust-lang.org/std/primitive.slice.html#method.sort_by_key).

/// Sends every customer for a ticket, each on a thread of their own, and returns their names
/// in the order in which they will be served.
///
/// `draw` is the ticket machine. It takes a customer's name and returns a number. Any thread
/// may call it. No two tickets have the same number, but the numbers may begin anywhere and
/// leave gaps, and two customers may have the same name.
///
/// Keep the signature.
///
/// ```
/// // A machine that gives these numbers, whoever comes first.
/// fn draw(name: &str) -> u32 {
///     match name {
///         "Ada" => 31,
///         "Ben" => 12,
///         _ => 25,
///     }
/// }
///
/// let customers = ["Ada", "Ben", "Cleo"].map(String::from).to_vec();
/// assert_eq!(ex03::serving_order(customers, draw), ["Ben", "Cleo", "Ada"]);
/// ```
pub fn serving_order(customers: Vec<String>, draw: fn(&str) -> u32) -> Vec<String> {
    // Here everybody waits for the one before, and nobody looks at the tickets. Replace it.
    let tickets: Vec<u32> = customers.iter().map(|name| draw(name)).collect();
    todo!("give each of these {} customers a thread", tickets.len())
}
