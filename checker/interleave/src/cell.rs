//! The look-alike of `std::cell`. Cells that belong to one thread are passed
//! through; `UnsafeCell`, on which others are built, is not modelled yet.

pub use ::std::cell::{
    BorrowError, BorrowMutError, Cell, LazyCell, OnceCell, Ref, RefCell, RefMut,
};

use crate::engine::{is_active, refuse};
use ::std::cell as real;
use ::std::fmt;

/// The look-alike of [`std::cell::UnsafeCell`].
#[derive(Default)]
#[repr(transparent)]
pub struct UnsafeCell<T: ?Sized>(real::UnsafeCell<T>);

const WAY_OUT: &str = "keep shared data in a Mutex, an RwLock or an atomic";

impl<T> UnsafeCell<T> {
    /// As in `std`.
    #[inline]
    pub const fn new(value: T) -> UnsafeCell<T> {
        UnsafeCell(real::UnsafeCell::new(value))
    }

    /// As in `std`.
    #[inline]
    pub const fn into_inner(self) -> T {
        let this = ::std::mem::ManuallyDrop::new(self);
        // SAFETY: `repr(transparent)`, twice; `this` is not used again. The
        // plain way would drop `self`, which a `const fn` must not.
        unsafe { ::std::ptr::read((&raw const this).cast::<T>()) }
    }
}

impl<T: ?Sized> UnsafeCell<T> {
    /// As in `std`; refused while exploring.
    #[track_caller]
    pub fn get(&self) -> *mut T {
        if is_active() {
            refuse("UnsafeCell::get", WAY_OUT);
        }
        self.0.get()
    }

    /// As in `std`.
    pub const fn get_mut(&mut self) -> &mut T {
        self.0.get_mut()
    }

    /// As in `std`; refused while exploring.
    #[track_caller]
    pub fn raw_get(this: *const Self) -> *mut T {
        if is_active() {
            refuse("UnsafeCell::raw_get", WAY_OUT);
        }
        real::UnsafeCell::raw_get(this as *const real::UnsafeCell<T>)
    }

    /// As in `std`.
    pub const fn from_mut(value: &mut T) -> &mut UnsafeCell<T> {
        let value = ::std::ptr::from_mut(real::UnsafeCell::from_mut(value));
        // SAFETY: `repr(transparent)`.
        unsafe { &mut *(value as *mut UnsafeCell<T>) }
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
