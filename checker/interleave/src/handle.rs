//! How a look-alike value finds its object in the running execution.

use crate::engine;
use crate::engine::failure::{Failure, Spot};
use crate::engine::object::State;
use crate::engine::op::ObjId;
use crate::engine::statics::{self, Extent};
use std::panic::Location;
use std::sync::atomic::{AtomicU64, Ordering};

/// The part of a look-alike value that names its object: the execution that
/// last touched it, and the object's number there. It moves with the value, so
/// neither a move nor memory that is used again confuses two objects.
#[derive(Default)]
pub(crate) struct Handle(AtomicU64);

impl Handle {
    pub const fn new() -> Handle {
        Handle(AtomicU64::new(0))
    }

    /// The object's number, if the running execution knows it already.
    pub fn known(&self) -> Option<ObjId> {
        let address = std::ptr::from_ref(self) as usize;
        let (id, freed) = engine::with(|e| (e.id, e.freed.contains(address)))?;
        if freed {
            engine::fail(Failure::Freed { twice: false });
        }
        let packed = self.0.load(Ordering::Relaxed);
        let object = u32::try_from(packed & 0xFFFF_FFFF).expect("32 bits");
        (packed >> 32 == u64::from(id)).then_some(ObjId(object))
    }

    /// Forgets the object: the next touch makes a new one.
    pub fn forget(&self) {
        self.0.store(0, Ordering::Relaxed);
    }

    /// Where the name stands in memory, and the name.
    pub fn word(&self) -> (*const u64, u64) {
        (self.0.as_ptr(), self.0.load(Ordering::Relaxed))
    }

    /// Names the object `id` of the running execution.
    pub fn bind(&self, id: ObjId) {
        let execution = engine::inside(|e| e.id);
        self.0.store(
            u64::from(execution) << 32 | u64::from(id.0),
            Ordering::Relaxed,
        );
    }

    /// The object of a value that carries all of its state in its object, so
    /// that a new execution can start it afresh.
    pub fn object(&self, state: impl FnOnce() -> State) -> ObjId {
        self.known().unwrap_or_else(|| {
            let id = engine::inside(|e| e.add_object(state()));
            self.bind(id);
            id
        })
    }

    /// The running execution meets a value whose own memory holds state as well.
    /// `whole` is the value that this handle is part of. A static is put back as
    /// the compiler made it, so look at the value only after this; any other value
    /// must not outlive its execution.
    #[track_caller]
    pub fn meet(&self, whole: Extent) {
        if self.0.load(Ordering::Relaxed) == 0 {
            statics::keep(whole);
        } else if !statics::restore(whole) {
            let message = "the program uses a lock or cell that an earlier schedule has used; \
                           make it inside the body of `explore`, or as a `static`";
            engine::fail(Failure::Refused {
                message: message.to_string(),
                place: Some(Spot::of(Location::caller())),
            });
        }
    }
}
