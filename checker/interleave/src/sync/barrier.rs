//! `std::sync::Barrier`.

use crate::engine::object::{self, State};
use crate::engine::op::{Act, Guard, Op, Touch};
use crate::engine::{self, step};
use crate::handle::Handle;
use ::std::fmt;
use ::std::panic::Location;
use ::std::sync as real;

/// The look-alike of [`std::sync::Barrier`].
pub struct Barrier {
    handle: Handle,
    size: usize,
    real: real::Barrier,
}

/// The look-alike of [`std::sync::BarrierWaitResult`].
pub struct BarrierWaitResult(bool);

impl Barrier {
    /// As in `std`.
    #[must_use]
    #[inline]
    pub const fn new(n: usize) -> Barrier {
        Barrier {
            handle: Handle::new(),
            size: n,
            real: real::Barrier::new(n),
        }
    }

    /// As in `std`.
    #[track_caller]
    pub fn wait(&self) -> BarrierWaitResult {
        let at = Location::caller();
        if !engine::is_active() {
            return BarrierWaitResult(self.real.wait().is_leader());
        }
        let id = self.handle.object(|| {
            State::Barrier(object::Barrier {
                size: self.size,
                ..object::Barrier::default()
            })
        });
        step(Op::new(Act::Arrive, at).touching(id, Touch::Write));
        let (leads, round) = engine::inside(|e| {
            let now = e.now();
            let barrier = e.object(id).barrier();
            barrier.gathered.join(&now);
            barrier.arrived += 1;
            let round = barrier.round;
            // As in `std`, a barrier of 0 threads is one of 1.
            let leads = barrier.arrived >= barrier.size;
            let arrived = barrier.arrived;
            if leads {
                barrier.arrived = 0;
                barrier.round += 1;
                barrier.left = ::std::mem::take(&mut barrier.gathered);
            }
            e.changed(id);
            e.tell(|e| format!("arrives at {} as number {arrived}", e.object_name(id)));
            (leads, round)
        });
        if !leads {
            step(Op::new(Act::Leave, at).when(Guard::RoundOver(id, round)));
        }
        engine::inside(|e| {
            let left = e.object(id).barrier().left.clone();
            e.learn(&left);
            if !leads {
                e.tell(|e| format!("leaves {}", e.object_name(id)));
            }
        });
        BarrierWaitResult(leads)
    }
}

impl BarrierWaitResult {
    /// As in `std`.
    #[must_use]
    pub fn is_leader(&self) -> bool {
        self.0
    }
}

impl fmt::Debug for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Barrier").finish_non_exhaustive()
    }
}

impl fmt::Debug for BarrierWaitResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BarrierWaitResult")
            .field("is_leader", &self.0)
            .finish()
    }
}
