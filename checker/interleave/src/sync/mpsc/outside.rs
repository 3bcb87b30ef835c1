//! A channel outside of an exploration: what waits and who is there, behind a
//! real lock. The messages themselves are kept beside it.

use std::sync::mpsc::RecvTimeoutError;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The gate that messages go through.
pub(super) struct Gate {
    state: Mutex<State>,
    changed: Condvar,
}

pub(super) struct State {
    pub bound: Option<usize>,
    pub sent: u64,
    pub taken: u64,
    pub senders: usize,
    pub receiver_gone: bool,
    receiver_waits: bool,
}

/// The gate, held open for one message.
pub(super) type Open<'a> = MutexGuard<'a, State>;

impl Gate {
    pub fn new(bound: Option<usize>) -> Gate {
        Gate {
            state: Mutex::new(State {
                bound,
                sent: 0,
                taken: 0,
                senders: 1,
                receiver_gone: false,
                receiver_waits: false,
            }),
            changed: Condvar::new(),
        }
    }

    fn open(&self) -> Open<'_> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, open: Open<'a>) -> Open<'a> {
        self.changed
            .wait(open)
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for room; `None` if the receiver is gone.
    pub fn for_sending(&self) -> Option<Open<'_>> {
        let mut open = self.open();
        while !open.receiver_gone && !open.has_room() {
            open = self.wait(open);
        }
        (!open.receiver_gone).then_some(open)
    }

    /// As [`Gate::for_sending`], but does not wait: `Err` with whether the
    /// receiver is gone.
    pub fn for_sending_now(&self) -> Result<Open<'_>, bool> {
        let open = self.open();
        let by_hand = open.bound == Some(0);
        if open.receiver_gone {
            Err(true)
        } else if open.has_room() && (!by_hand || open.receiver_waits) {
            Ok(open)
        } else {
            Err(false)
        }
    }

    /// The message is in. Without a buffer, waits until it is taken, and says
    /// whether it was.
    pub fn sent<'a>(&'a self, mut open: Open<'a>, wait: bool) -> Result<(), Open<'a>> {
        let number = open.sent;
        open.sent += 1;
        self.changed.notify_all();
        if !wait || open.bound != Some(0) {
            return Ok(());
        }
        while open.taken <= number && !open.receiver_gone {
            open = self.wait(open);
        }
        if open.taken > number {
            return Ok(());
        }
        open.sent -= 1;
        Err(open)
    }

    /// Waits for a message, at most so long.
    pub fn for_receiving(&self, timeout: Option<Duration>) -> Result<Open<'_>, RecvTimeoutError> {
        let deadline = timeout.and_then(|timeout| Instant::now().checked_add(timeout));
        let mut open = self.open();
        loop {
            if open.sent > open.taken {
                return Ok(open);
            }
            if open.senders == 0 {
                return Err(RecvTimeoutError::Disconnected);
            }
            open.receiver_waits = true;
            if let Some(deadline) = deadline {
                let left = deadline.saturating_duration_since(Instant::now());
                if left.is_zero() {
                    open.receiver_waits = false;
                    return Err(RecvTimeoutError::Timeout);
                }
                let waited = self.changed.wait_timeout(open, left);
                open = waited.unwrap_or_else(PoisonError::into_inner).0;
            } else {
                open = self.wait(open);
            }
            open.receiver_waits = false;
        }
    }

    /// The message is out.
    pub fn taken(&self, mut open: Open<'_>) {
        open.taken += 1;
        self.changed.notify_all();
    }

    pub fn join(&self) {
        self.open().senders += 1;
    }

    pub fn leave(&self) {
        self.open().senders -= 1;
        self.changed.notify_all();
    }

    /// The receiver is gone. Says whether the messages that wait go with it.
    pub fn close(&self) -> bool {
        let mut open = self.open();
        open.receiver_gone = true;
        self.changed.notify_all();
        open.bound != Some(0)
    }
}

impl State {
    fn has_room(&self) -> bool {
        let waiting = self.sent - self.taken;
        self.bound.is_none_or(|bound| waiting < bound.max(1) as u64)
    }
}
