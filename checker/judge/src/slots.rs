//! A limit on the processes that run at a time.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::{Cancel, Cancelled};

/// So many places; whoever runs a process takes one.
#[derive(Debug)]
pub(crate) struct Slots {
    free: Mutex<usize>,
    returned: Condvar,
}

/// A place, free again when dropped.
pub(crate) struct Slot<'a>(&'a Slots);

impl Slots {
    pub(crate) fn new(places: usize) -> Self {
        Self {
            free: Mutex::new(places.max(1)),
            returned: Condvar::new(),
        }
    }

    /// Waits for a place.
    pub(crate) fn take(&self, cancel: &Cancel) -> Result<Slot<'_>, Cancelled> {
        let mut free = self.lock();
        loop {
            if cancel.is_cancelled() {
                return Err(Cancelled);
            }
            if let Some(rest) = free.checked_sub(1) {
                *free = rest;
                return Ok(Slot(self));
            }
            // Nobody wakes us for a cancellation, so we look up now and then.
            (free, _) = self
                .returned
                .wait_timeout(free, Duration::from_millis(20))
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn lock(&self) -> MutexGuard<'_, usize> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Slot<'_> {
    fn drop(&mut self) {
        *self.0.lock() += 1;
        self.0.returned.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    #[test]
    fn no_more_than_the_places_are_taken() {
        let slots = Slots::new(2);
        let (inside, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let _slot = slots.take(&Cancel::new()).unwrap();
                        let now = inside.fetch_add(1, Ordering::SeqCst) + 1;
                        most.fetch_max(now, Ordering::SeqCst);
                        thread::yield_now();
                        inside.fetch_sub(1, Ordering::SeqCst);
                    }
                });
            }
        });
        assert!(most.into_inner() <= 2);
    }

    #[test]
    fn whoever_is_cancelled_does_not_wait() {
        let slots = Slots::new(1);
        let _taken = slots.take(&Cancel::new()).unwrap();
        let cancel = Cancel::new();
        cancel.cancel();
        assert!(slots.take(&cancel).is_err());
    }
}
