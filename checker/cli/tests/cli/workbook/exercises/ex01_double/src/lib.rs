//! # 01 Double
//!
//! Double each number on a thread of its own. The answers come
//! in the order of the numbers.
//!
//! ```
//! assert_eq!(ex01::double(&[1, 2]), [2, 4]);
//! ```
//!
//! Read [the Book](https://doc.rust-lang.org/book/ch16-01-threads.html).

/// Each number twice. Keep the signature.
pub fn double(numbers: &[u32]) -> Vec<u32> {
    todo!("double {} numbers", numbers.len())
}
