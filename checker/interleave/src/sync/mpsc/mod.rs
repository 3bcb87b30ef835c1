//! `std::sync::mpsc`.
//!
//! The types here only carry the messages. What a send or a receive does lives
//! in `model` while exploring and in `outside` else, neither of which knows the
//! type of the messages: tests compile faster for it.

mod model;
mod outside;

use crate::engine;
use crate::engine::object::Place;
use ::std::cell::Cell;
use ::std::collections::VecDeque;
use ::std::fmt;
use ::std::iter::FusedIterator;
use ::std::marker::PhantomData;
use ::std::panic::{Location, RefUnwindSafe, UnwindSafe};
pub use ::std::sync::mpsc::{RecvError, RecvTimeoutError, SendError, TryRecvError, TrySendError};
use ::std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use ::std::time::Duration;
use model::{Model, NoRoom};
use outside::Gate;

/// The look-alike of [`std::sync::mpsc::Sender`].
pub struct Sender<T>(Half<T>);

/// The look-alike of [`std::sync::mpsc::SyncSender`].
pub struct SyncSender<T>(Half<T>);

/// The look-alike of [`std::sync::mpsc::Receiver`].
pub struct Receiver<T> {
    half: Half<T>,
    /// A receiver may be moved to another thread, but not shared.
    _not_sync: PhantomData<Cell<()>>,
}

/// One end of a channel, and the line that made it.
struct Half<T> {
    channel: Arc<Channel<T>>,
    at: Place,
}

struct Channel<T> {
    kind: Kind,
    queue: Mutex<VecDeque<T>>,
}

/// A channel made outside of an exploration is a real one.
enum Kind {
    Outside(Gate),
    Inside(Model),
}

/// As in `std`.
#[must_use]
#[track_caller]
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let (sender, receiver) = halves(None, Location::caller());
    (Sender(sender), receiver)
}

/// As in `std`.
#[must_use]
#[track_caller]
pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) {
    let (sender, receiver) = halves(Some(bound), Location::caller());
    (SyncSender(sender), receiver)
}

fn halves<T>(bound: Option<usize>, at: Place) -> (Half<T>, Receiver<T>) {
    let kind = if engine::is_active() {
        Kind::Inside(Model::new(bound, at))
    } else {
        Kind::Outside(Gate::new(bound))
    };
    let channel = Arc::new(Channel {
        kind,
        queue: Mutex::new(VecDeque::new()),
    });
    let half = Half {
        channel: Arc::clone(&channel),
        at,
    };
    let receiver = Receiver {
        half: Half { channel, at },
        _not_sync: PhantomData,
    };
    (half, receiver)
}

impl<T> Channel<T> {
    fn queue(&self) -> MutexGuard<'_, VecDeque<T>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, value: T) {
        self.queue().push_back(value);
    }

    fn take(&self) -> T {
        self.queue().pop_front().expect("a message is there")
    }

    fn send(&self, value: T, at: Place) -> Result<(), SendError<T>> {
        match &self.kind {
            Kind::Inside(model) => {
                let Some(number) = model.for_sending(at) else {
                    return Err(SendError(value));
                };
                self.put(value);
                if model.was_taken(number, at) {
                    Ok(())
                } else {
                    Err(SendError(self.take()))
                }
            }
            Kind::Outside(gate) => {
                let Some(open) = gate.for_sending() else {
                    return Err(SendError(value));
                };
                self.put(value);
                let kept = gate.sent(open, true);
                kept.map_err(|_open| SendError(self.take()))
            }
        }
    }

    fn try_send(&self, value: T, at: Place) -> Result<(), TrySendError<T>> {
        let refused = match &self.kind {
            Kind::Inside(model) => match model.for_sending_now(at) {
                Ok(()) => {
                    self.put(value);
                    engine::gap(at);
                    return Ok(());
                }
                Err(NoRoom::Gone) => true,
                Err(NoRoom::Full) => false,
            },
            Kind::Outside(gate) => match gate.for_sending_now() {
                Ok(open) => {
                    self.put(value);
                    let _ = gate.sent(open, false);
                    return Ok(());
                }
                Err(gone) => gone,
            },
        };
        Err(if refused {
            TrySendError::Disconnected(value)
        } else {
            TrySendError::Full(value)
        })
    }

    fn recv(&self, at: Place) -> Result<T, RecvError> {
        match &self.kind {
            Kind::Inside(model) => {
                model.for_receiving(at).map_err(|_| RecvError)?;
                Ok(self.take())
            }
            Kind::Outside(gate) => {
                let open = gate.for_receiving(None).map_err(|_| RecvError)?;
                let value = self.take();
                gate.taken(open);
                Ok(value)
            }
        }
    }

    /// Receives without waiting, or within a timeout.
    fn recv_now(&self, timeout: Option<Duration>, at: Place) -> Result<T, RecvTimeoutError> {
        match &self.kind {
            Kind::Inside(model) => {
                model.for_receiving_now(timeout, at)?;
                Ok(self.take())
            }
            Kind::Outside(gate) => {
                let open = gate.for_receiving(Some(timeout.unwrap_or_default()))?;
                let value = self.take();
                gate.taken(open);
                Ok(value)
            }
        }
    }
}

impl<T> Half<T> {
    /// Another sender.
    fn another(&self, at: Place) -> Half<T> {
        match &self.channel.kind {
            Kind::Inside(model) => model.join(at),
            Kind::Outside(gate) => gate.join(),
        }
        Half {
            channel: Arc::clone(&self.channel),
            at,
        }
    }

    /// A sender is dropped.
    fn leave(&self) {
        match &self.channel.kind {
            Kind::Inside(model) => model.leave(self.at),
            Kind::Outside(gate) => gate.leave(),
        }
    }

    /// The receiver is dropped, and all that waits with it.
    fn close(&self) {
        let drops_the_rest = match &self.channel.kind {
            Kind::Inside(model) => model.close(self.at),
            Kind::Outside(gate) => gate.close(),
        };
        if drops_the_rest {
            let rest = ::std::mem::take(&mut *self.channel.queue());
            drop(rest);
        }
    }
}

impl<T> Sender<T> {
    /// As in `std`.
    ///
    /// # Errors
    ///
    /// Gives the value back if the receiver is gone.
    #[track_caller]
    pub fn send(&self, value: T) -> Result<(), SendError<T>> {
        self.0.channel.send(value, Location::caller())
    }
}

impl<T> SyncSender<T> {
    /// As in `std`.
    ///
    /// # Errors
    ///
    /// Gives the value back if the receiver is gone.
    #[track_caller]
    pub fn send(&self, value: T) -> Result<(), SendError<T>> {
        self.0.channel.send(value, Location::caller())
    }

    /// As in `std`.
    ///
    /// # Errors
    ///
    /// Gives the value back if there is no room or the receiver is gone.
    #[track_caller]
    pub fn try_send(&self, value: T) -> Result<(), TrySendError<T>> {
        self.0.channel.try_send(value, Location::caller())
    }
}

impl<T> Receiver<T> {
    /// As in `std`.
    ///
    /// # Errors
    ///
    /// If the channel is empty and every sender is gone.
    #[track_caller]
    pub fn recv(&self) -> Result<T, RecvError> {
        self.half.channel.recv(Location::caller())
    }

    /// As in `std`.
    ///
    /// # Errors
    ///
    /// If the channel is empty now.
    #[track_caller]
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        self.try_recv_at(Location::caller())
    }

    fn try_recv_at(&self, at: Place) -> Result<T, TryRecvError> {
        let received = self.half.channel.recv_now(None, at);
        received.map_err(|error| match error {
            RecvTimeoutError::Timeout => TryRecvError::Empty,
            RecvTimeoutError::Disconnected => TryRecvError::Disconnected,
        })
    }

    /// As in `std`. The timeout may pass at any moment while the channel is
    /// empty.
    ///
    /// # Errors
    ///
    /// If no message came in time, or every sender is gone.
    #[track_caller]
    pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError> {
        self.half
            .channel
            .recv_now(Some(timeout), Location::caller())
    }

    /// As in `std`.
    #[track_caller]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter {
            receiver: self,
            at: Location::caller(),
        }
    }

    /// As in `std`.
    #[track_caller]
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter {
            receiver: self,
            at: Location::caller(),
        }
    }
}

/// The look-alike of [`std::sync::mpsc::Iter`].
#[derive(Debug)]
pub struct Iter<'a, T: 'a> {
    receiver: &'a Receiver<T>,
    /// The line that made it: `next` is often called by the library.
    at: Place,
}

/// The look-alike of [`std::sync::mpsc::TryIter`].
#[derive(Debug)]
pub struct TryIter<'a, T: 'a> {
    receiver: &'a Receiver<T>,
    /// The line that made it: `next` is often called by the library.
    at: Place,
}

/// The look-alike of [`std::sync::mpsc::IntoIter`].
#[derive(Debug)]
pub struct IntoIter<T> {
    receiver: Receiver<T>,
    at: Place,
}

impl<T> Iterator for Iter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.half.channel.recv(self.at).ok()
    }
}

impl<T> Iterator for TryIter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.try_recv_at(self.at).ok()
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.half.channel.recv(self.at).ok()
    }
}

impl<T> FusedIterator for Iter<'_, T> {}
impl<T> FusedIterator for IntoIter<T> {}

impl<'a, T> IntoIterator for &'a Receiver<T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;

    #[track_caller]
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T> IntoIterator for Receiver<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    #[track_caller]
    fn into_iter(self) -> IntoIter<T> {
        IntoIter {
            receiver: self,
            at: Location::caller(),
        }
    }
}

impl<T> Clone for Sender<T> {
    #[track_caller]
    fn clone(&self) -> Sender<T> {
        Sender(self.0.another(Location::caller()))
    }
}

impl<T> Clone for SyncSender<T> {
    #[track_caller]
    fn clone(&self) -> SyncSender<T> {
        SyncSender(self.0.another(Location::caller()))
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        self.0.leave();
    }
}

impl<T> Drop for SyncSender<T> {
    fn drop(&mut self) {
        self.0.leave();
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        self.half.close();
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sender").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for SyncSender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SyncSender").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver").finish_non_exhaustive()
    }
}

impl<T> RefUnwindSafe for Receiver<T> {}
impl<T> UnwindSafe for Receiver<T> {}
impl<T> RefUnwindSafe for Sender<T> {}
impl<T> UnwindSafe for Sender<T> {}
impl<T> RefUnwindSafe for SyncSender<T> {}
impl<T> UnwindSafe for SyncSender<T> {}
