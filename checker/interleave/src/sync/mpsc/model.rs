//! A channel inside of an exploration: its steps. The messages themselves are
//! kept beside it, in the order of their numbers.

use crate::engine::object::{self, Place, State};
use crate::engine::op::{Act, Guard, ObjId, Op, Touch};
use crate::engine::{self, refuse, step};
use crate::handle::Handle;
use ::std::sync::mpsc::RecvTimeoutError;
use ::std::time::Duration;
use smallvec::smallvec;

/// The channel's part of the running execution.
pub(super) struct Model(Handle);

/// Why a message cannot be sent now.
pub(super) enum NoRoom {
    Full,
    Gone,
}

impl Model {
    pub fn new(bound: Option<usize>, at: Place) -> Model {
        let handle = Handle::new();
        handle.object(|| {
            State::Channel(object::Channel {
                bound,
                senders: 1,
                sender_places: smallvec![at],
                ..object::Channel::default()
            })
        });
        Model(handle)
    }

    #[track_caller]
    fn object(&self) -> ObjId {
        match self.0.known() {
            Some(id) => id,
            None => refuse(
                "a channel that is used outside of the schedule that made it",
                "make the channel inside the body of `explore`",
            ),
        }
    }

    /// Waits for room and takes a number for a message; `None` if the receiver
    /// is gone. The caller puts the message in at once.
    pub fn for_sending(&self, at: Place) -> Option<u64> {
        let id = self.object();
        step(
            Op::new(Act::Send, at)
                .touching(id, Touch::Send)
                .when(Guard::RoomOrGone(id)),
        );
        let gone = engine::inside(|e| {
            let channel = e.object(id).channel();
            let (gone, closed) = (channel.receiver_gone, channel.closed.clone());
            if gone {
                e.learn(&closed);
                e.worked();
                e.tell(|e| {
                    let name = e.object_name(id);
                    format!("cannot send: the receiver of {name} is dropped")
                });
            }
            gone
        });
        (!gone).then(|| put(id))
    }

    /// As [`Model::for_sending`], but does not wait.
    pub fn for_sending_now(&self, at: Place) -> Result<(), NoRoom> {
        let id = self.object();
        step(Op::new(Act::TrySend, at).touching(id, Touch::Probe));
        let (gone, room) = engine::inside(|e| {
            let waiting = e.threads.iter().any(|thread| {
                let receives =
                    |op: &Op| op.act == Act::Receive && op.guard == Guard::MessageOrHangup(id);
                thread.next.as_ref().is_some_and(receives)
            });
            let channel = e.object(id).channel();
            let queued = channel.sent - channel.taken;
            let room = match channel.bound {
                None => true,
                Some(0) => waiting && queued == 0,
                Some(bound) => queued < bound as u64,
            };
            (channel.receiver_gone, room)
        });
        if !gone && room {
            put(id);
            return Ok(());
        }
        engine::inside(|e| {
            e.looked(Some(id), at);
            let keeps_none = e.object(id).channel().bound == Some(0);
            e.tell(|e| {
                let name = e.object_name(id);
                if gone {
                    format!("cannot send: the receiver of {name} is dropped")
                } else if keeps_none {
                    format!("cannot send: nobody is receiving from {name}, which keeps no messages")
                } else {
                    format!("finds no room in {name}")
                }
            });
        });
        Err(if gone { NoRoom::Gone } else { NoRoom::Full })
    }

    /// Without a buffer, waits until message `number` is taken. Says whether it
    /// was: if not, it is the only one that waits, and its sender takes it back.
    pub fn was_taken(&self, number: u64, at: Place) -> bool {
        let id = self.object();
        if engine::inside(|e| e.object(id).channel().bound != Some(0)) {
            engine::gap(at);
            return true;
        }
        step(Op::new(Act::Taken, at).when(Guard::TakenOrGone(id, number)));
        engine::inside(|e| {
            let channel = e.object(id).channel();
            if channel.taken <= number {
                channel.sent -= 1;
                return false;
            }
            let oldest = channel.taken - channel.takes.len() as u64;
            let index = usize::try_from(number.saturating_sub(oldest)).unwrap_or(0);
            if let Some(taken) = channel.takes.get(index).cloned() {
                e.learn(&taken);
            }
            e.tell(|e| format!("its message on {} was taken", e.object_name(id)));
            true
        })
    }

    /// Waits for a message. `Err` if none will come; else the caller takes the
    /// first one at once.
    pub fn for_receiving(&self, at: Place) -> Result<(), RecvTimeoutError> {
        let id = self.object();
        step(
            Op::new(Act::Receive, at)
                .touching(id, Touch::Receive)
                .when(Guard::MessageOrHangup(id)),
        );
        take(id)
    }

    /// As [`Model::for_receiving`], but does not wait, or not longer than a
    /// timeout, which may pass at any moment.
    pub fn for_receiving_now(
        &self,
        timeout: Option<Duration>,
        at: Place,
    ) -> Result<(), RecvTimeoutError> {
        let id = self.object();
        let mut op = Op::new(Act::TryReceive, at).touching(id, Touch::Probe);
        if timeout.is_some() {
            op = op.politely();
        }
        step(op);
        let nothing = engine::inside(|e| {
            let channel = e.object(id).channel();
            let nothing = channel.sent == channel.taken && channel.senders > 0;
            if nothing {
                e.clock += timeout.unwrap_or_default();
                e.looked(Some(id), at);
                e.tell(|e| {
                    let name = e.object_name(id);
                    match timeout {
                        Some(_) => format!("times out on {name}"),
                        None => format!("finds nothing in {name}"),
                    }
                });
            }
            nothing
        });
        if nothing {
            return Err(RecvTimeoutError::Timeout);
        }
        take(id)
    }

    /// A sender is cloned.
    pub fn join(&self, at: Place) {
        if let Some(id) = self.0.known() {
            engine::inside(|e| {
                let channel = e.object(id).channel();
                channel.senders += 1;
                channel.sender_places.push(at);
            });
        }
    }

    /// A sender is dropped that was made at `at`.
    pub fn leave(&self, at: Place) {
        let Some(id) = self.0.known() else {
            return;
        };
        step(Op::new(Act::DropSender, at).touching(id, Touch::Release));
        engine::inside(|e| {
            let now = e.now();
            let channel = e.object(id).channel();
            channel.senders -= 1;
            let made = channel
                .sender_places
                .iter()
                .position(|p| ::std::ptr::eq(*p, at));
            channel.sender_places.remove(made.unwrap_or(0));
            channel.hung_up.join(&now);
            let left = channel.senders;
            if left == 0 {
                e.changed(id);
            }
            e.tell(|e| match left {
                0 => format!("drops the last sender of {}", e.object_name(id)),
                n => format!("drops a sender of {} ({n} left)", e.object_name(id)),
            });
        });
        engine::gap(at);
    }

    /// The receiver is dropped. Says whether the messages that wait are to be
    /// dropped with it; without a buffer, their senders get them back.
    pub fn close(&self, at: Place) -> bool {
        let Some(id) = self.0.known() else {
            return false;
        };
        step(Op::new(Act::DropReceiver, at).touching(id, Touch::Close));
        engine::inside(|e| {
            let now = e.now();
            let channel = e.object(id).channel();
            channel.receiver_gone = true;
            channel.closed = now;
            let by_hand = channel.bound == Some(0);
            e.changed(id);
            e.tell(|e| format!("drops the receiver of {}", e.object_name(id)));
            !by_hand
        })
    }
}

/// Takes a number for a message, in the middle of a step.
fn put(id: ObjId) -> u64 {
    engine::inside(|e| {
        let now = e.now();
        let channel = e.object(id).channel();
        let number = channel.sent;
        channel.sent += 1;
        channel.waiting.push_back(now);
        let room = channel.bound.and_then(|bound| {
            // The receive that made the room comes before this send.
            let waited_for = number.checked_sub(bound.max(1) as u64)?;
            let oldest = channel.taken - channel.takes.len() as u64;
            let index = usize::try_from(waited_for.checked_sub(oldest)?).ok()?;
            channel.takes.get(index).cloned()
        });
        if let Some(room) = room {
            e.learn(&room);
        }
        e.changed(id);
        e.tell(|e| format!("sends on {}", e.object_name(id)));
        number
    })
}

/// Takes the next message, or learns that none will come, in the middle of a
/// step.
fn take(id: ObjId) -> Result<(), RecvTimeoutError> {
    engine::inside(|e| {
        let channel = e.object(id).channel();
        let Some(sent) = channel.waiting.pop_front() else {
            let hung_up = channel.hung_up.clone();
            e.learn(&hung_up);
            e.worked();
            e.tell(|e| {
                let name = e.object_name(id);
                format!("learns that all senders of {name} are dropped")
            });
            return Err(RecvTimeoutError::Disconnected);
        };
        e.learn(&sent);
        let now = e.now();
        let channel = e.object(id).channel();
        channel.taken += 1;
        if channel.bound.is_some() {
            channel.takes.push_back(now);
            if channel.takes.len() > 64 {
                channel.takes.pop_front();
            }
        }
        e.changed(id);
        e.tell(|e| format!("receives from {}", e.object_name(id)));
        Ok(())
    })
}
