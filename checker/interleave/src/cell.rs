//! The look-alike of `std::cell`. Cells that belong to one thread are passed
//! through. `UnsafeCell`, on which shared ones are built, is watched for data
//! races.

pub use ::std::cell::{
    BorrowError, BorrowMutError, Cell, LazyCell, OnceCell, Ref, RefCell, RefMut,
};

use crate::engine::object::{Place, State};
use crate::engine::op::{Act, Op};
use crate::engine::races::Accesses;
use crate::engine::statics::Extent;
use crate::engine::{self, is_active, step};
use crate::handle::Handle;
use ::std::cell as real;
use ::std::fmt;
use ::std::panic::Location;

/// A thread that asks so often for pointers between two of its steps may be
/// waiting for another thread to write: it gives way.
const PATIENCE: usize = 64;

/// The look-alike of [`std::cell::UnsafeCell`].
// The value comes last, so that a cell of an array becomes a cell of a slice.
#[derive(Default)]
#[repr(C)]
pub struct UnsafeCell<T: ?Sized> {
    handle: Handle,
    value: real::UnsafeCell<T>,
}

/// The running thread asks for a pointer to a cell's value.
fn ask(handle: &Handle, whole: Extent, value: (*const u8, usize), at: Place) {
    engine::see_last_drop(Act::CellUse);
    if engine::inside(|e| e.cells_asked()) >= PATIENCE {
        step(Op::new(Act::Spin, at).politely());
        engine::inside(|e| e.looked(None, at));
    }
    let id = if let Some(id) = handle.known() {
        id
    } else {
        handle.meet(whole);
        handle.object(|| State::Cell(Accesses::default()))
    };
    engine::inside(|e| e.cell_asked(id, handle.word(), value, at));
}

/// The running thread has a cell to itself.
fn take(handle: &Handle, at: Place) {
    if let Some(id) = handle.known() {
        engine::see_last_drop(Act::CellUse);
        engine::inside(|e| e.cell_taken(id, at));
        engine::stop_if_over();
    }
}

impl<T> UnsafeCell<T> {
    /// As in `std`.
    #[inline]
    pub const fn new(value: T) -> UnsafeCell<T> {
        UnsafeCell {
            handle: Handle::new(),
            value: real::UnsafeCell::new(value),
        }
    }

    /// As in `std`. While exploring, it counts as a write.
    #[track_caller]
    pub fn into_inner(self) -> T {
        take(&self.handle, Location::caller());
        self.value.into_inner()
    }
}

impl<T: ?Sized> UnsafeCell<T> {
    /// As in `std`. While exploring, the cell counts as read here, or as
    /// written if its bytes have changed when the thread takes its next step.
    #[track_caller]
    pub fn get(&self) -> *mut T {
        Self::raw_get(self)
    }

    /// As in `std`. While exploring, it counts as a write.
    #[track_caller]
    pub fn get_mut(&mut self) -> &mut T {
        take(&self.handle, Location::caller());
        self.value.get_mut()
    }

    /// As in `std`; see [`get`](UnsafeCell::get).
    // As `std`'s, it is no `unsafe fn`: only a pointer that is good for the
    // access makes sense here.
    #[allow(clippy::not_unsafe_ptr_arg_deref)]
    #[track_caller]
    pub fn raw_get(this: *const Self) -> *mut T {
        // SAFETY: only the address is computed.
        let value = real::UnsafeCell::raw_get(unsafe { &raw const (*this).value });
        if is_active() {
            // SAFETY: the handle has interior mutability, and an address that
            // is asked for while exploring belongs to a cell that is there.
            let (whole, size) = unsafe { (&*this, ::std::mem::size_of_val(&*value)) };
            let value = (value.cast_const().cast(), size);
            ask(&whole.handle, Extent::of(whole), value, Location::caller());
        }
        value
    }

    /// Not modelled: what the explorer knows of a cell stands beside its value.
    #[track_caller]
    pub const fn from_mut(_value: &mut T) -> &mut UnsafeCell<T> {
        panic!("the explorer does not model UnsafeCell::from_mut; make the cell with `new`")
    }
}

impl<T> From<T> for UnsafeCell<T> {
    fn from(value: T) -> UnsafeCell<T> {
        UnsafeCell::new(value)
    }
}

impl<T: ?Sized> fmt::Debug for UnsafeCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnsafeCell").finish_non_exhaustive()
    }
}
