//! Poison, which a mutex and an `RwLock` have in common.

use crate::engine::object::Place;
use crate::engine::op::{Act, ObjId, Op, Touch};
use crate::engine::{self, step};
use crate::handle::Handle;
use ::std::sync::{LockResult, PoisonError};

/// `Ok` or `Err` with the same content.
pub(super) fn result<G>(content: G, poisoned: bool) -> LockResult<G> {
    if poisoned {
        Err(PoisonError::new(content))
    } else {
        Ok(content)
    }
}

/// Whether a lock is poisoned, if the running execution knows it. No step.
pub(super) fn peek(handle: &Handle) -> Option<bool> {
    let id = handle.known()?;
    Some(engine::inside(|e| *e.object(id).poisoned()))
}

/// The running thread asks whether a lock is poisoned.
pub(super) fn look(id: ObjId, at: Place) -> bool {
    step(Op::new(Act::Poisoned, at).touching(id, Touch::Probe));
    engine::inside(|e| {
        e.looked(Some(id), at);
        let poisoned = *e.object(id).poisoned();
        e.tell(|e| {
            format!(
                "asks whether {} is poisoned -> {poisoned}",
                e.object_name(id)
            )
        });
        poisoned
    })
}

/// The running thread declares a lock sound.
pub(super) fn clear(id: ObjId, at: Place) {
    step(Op::new(Act::Poisoned, at).touching(id, Touch::Probe));
    engine::inside(|e| {
        *e.object(id).poisoned() = false;
        e.changed(id);
        e.tell(|e| format!("clears the poison of {}", e.object_name(id)));
    });
}
