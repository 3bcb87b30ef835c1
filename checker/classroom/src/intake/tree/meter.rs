//! Counting what goes into an unpacker and what comes out.

use std::cell::{Cell, RefCell};
use std::io::{self, Read};
use std::rc::Rc;

use crate::{Limits, WhyRefused};

/// How much may come out of one archive.
#[derive(Debug, Clone)]
pub(crate) struct Bounds {
    /// Entries.
    pub entries: u64,
    /// Bytes.
    pub bytes: u64,
    /// Bytes for each that goes in, if that is looked at.
    pub ratio: Option<u64>,
    /// Bytes that have come out so far, of all archives of a submission.
    pub spent: Rc<Cell<u64>>,
}

impl Bounds {
    /// For one learner.
    pub(crate) fn of_one(limits: &Limits) -> Self {
        Self {
            entries: limits.entries,
            bytes: limits.unpacked_bytes,
            ratio: Some(limits.ratio),
            spent: Rc::default(),
        }
    }

    /// For a class: one learner's bomb must not be everyone's, so ratio does not count.
    pub(crate) fn of_class(limits: &Limits) -> Self {
        Self {
            entries: limits.class_entries,
            bytes: limits.class_unpacked_bytes,
            ratio: None,
            spent: Rc::default(),
        }
    }
}

/// Counts the bytes that are read from it.
#[derive(Debug)]
pub(crate) struct Counted<R> {
    inner: R,
    count: Rc<Cell<u64>>,
}

impl<R> Counted<R> {
    pub(crate) fn new(inner: R) -> (Self, Rc<Cell<u64>>) {
        let count = Rc::new(Cell::new(0));
        let counted = Self {
            inner,
            count: Rc::clone(&count),
        };
        (counted, count)
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.set(self.count.get() + read as u64);
        Ok(read)
    }
}

/// Stops what comes out of an unpacker when it is too much.
#[derive(Debug)]
pub(crate) struct Metered<R> {
    inner: R,
    went_in: Rc<Cell<u64>>,
    came_out: u64,
    bounds: Bounds,
    /// Why it stopped. An error loses its kind on its way through other libraries.
    stopped: Stopped,
}

/// Takes note of why reading stopped.
pub(crate) type Stopped = Rc<RefCell<Option<WhyRefused>>>;

impl<R> Metered<R> {
    pub(crate) fn new(inner: R, went_in: Rc<Cell<u64>>, bounds: Bounds) -> (Self, Stopped) {
        let stopped = Stopped::default();
        let metered = Self {
            inner,
            went_in,
            came_out: 0,
            bounds,
            stopped: Rc::clone(&stopped),
        };
        (metered, stopped)
    }
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.came_out += read as u64;
        let spent = &self.bounds.spent;
        spent.set(spent.get() + read as u64);
        match too_much(self.came_out, self.went_in.get(), &self.bounds) {
            None => Ok(read),
            Some(why) => {
                let error = io::Error::other(why.to_string());
                *self.stopped.borrow_mut() = Some(why);
                Err(error)
            }
        }
    }
}

/// Whether `came_out` of `went_in` is more than `bounds` allow.
pub(crate) fn too_much(came_out: u64, went_in: u64, bounds: &Bounds) -> Option<WhyRefused> {
    if came_out.max(bounds.spent.get()) > bounds.bytes {
        return Some(WhyRefused::OverLimit {
            what: "bytes when unpacked",
            limit: bounds.bytes,
        });
    }
    let ratio = bounds.ratio?;
    (came_out > Limits::FREE_BYTES && came_out > went_in.saturating_mul(ratio))
        .then_some(WhyRefused::Bomb { ratio })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_and_ratio_are_counted_as_they_come() {
        let bounds = Bounds {
            entries: 1,
            bytes: 10 * Limits::FREE_BYTES,
            ratio: Some(100),
            spent: Rc::default(),
        };
        let mib = Limits::FREE_BYTES;
        assert_eq!(too_much(mib, 1, &bounds), None, "the first MiB is free");
        assert_eq!(too_much(2 * mib, mib / 10, &bounds), None);
        assert!(matches!(
            too_much(2 * mib, 1000, &bounds),
            Some(WhyRefused::Bomb { ratio: 100 })
        ));
        assert!(matches!(
            too_much(10 * mib + 1, 10 * mib, &bounds),
            Some(WhyRefused::OverLimit { .. })
        ));
    }
}
