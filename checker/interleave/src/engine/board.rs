//! Where everything stands after a step: who holds which lock, and where each
//! thread is. Kept for the story only.

use super::clock::Tid;
use super::execution::Execution;
use super::object::{Place, State};
use super::op::{Guard, ObjId};

/// So many steps of one execution remember where everything stood: one that
/// never ends says no more after that.
pub(crate) const MOST_BOARDS: usize = 1_000;

/// Where more threads run than this, nobody could read where each of them is.
pub(crate) const MOST_THREADS: usize = 64;

/// Where everything stands.
#[derive(Clone, Default, Debug)]
pub(crate) struct Board {
    pub holds: Vec<Hold>,
    /// One for each thread.
    pub threads: Vec<Standing>,
}

/// Somebody holds a lock.
#[derive(Clone, Debug)]
pub(crate) struct Hold {
    pub lock: ObjId,
    pub by: Tid,
    pub since: Place,
}

/// Where a thread is.
#[derive(Clone, Debug)]
pub(crate) struct Standing {
    /// The line of its next step, where a line says it.
    pub at: Option<Place>,
    pub doing: Doing,
}

/// Whether a thread can go on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Doing {
    Ready,
    /// It waits for this.
    Blocked {
        on: String,
        guard: Guard,
    },
    /// It goes round in a loop that only another thread can end.
    Idle,
    Ended,
}

impl Execution {
    /// Where everything stands now.
    pub fn board(&self) -> Board {
        let all = (0..self.threads.len()).map(|index| self.standing_of(index));
        Board {
            holds: self.held(),
            threads: all.collect(),
        }
    }

    /// Who holds which lock.
    pub fn held(&self) -> Vec<Hold> {
        let mut held = Vec::new();
        for (object, number) in self.objects.iter().zip(0..) {
            let holders = match &object.state {
                State::Mutex(lock) => lock.owner.into_iter().collect(),
                State::RwLock(lock) => lock.writer.iter().chain(&lock.readers).copied().collect(),
                State::Once(once) => once.running.into_iter().collect(),
                _ => Vec::new(),
            };
            held.extend(holders.into_iter().map(|(by, since)| Hold {
                lock: ObjId(number),
                by,
                since,
            }));
        }
        held
    }

    fn standing_of(&self, index: usize) -> Standing {
        let next = self.threads[index].next.as_ref();
        let Some(op) = next.filter(|op| op.guard != Guard::LastExit) else {
            return Standing {
                at: None,
                doing: Doing::Ended,
            };
        };
        let tid = Tid(u32::try_from(index).expect("few threads"));
        let doing = match self.possible(tid) {
            None => Doing::Blocked {
                on: self.what_it_waits_for(op),
                guard: op.guard,
            },
            Some(_) if self.waits_in_vain(tid) => Doing::Idle,
            Some(_) => Doing::Ready,
        };
        Standing {
            at: (!op.act.is_a_drop()).then_some(op.at),
            doing,
        }
    }
}
