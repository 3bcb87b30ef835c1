//! `std::sync::Weak`.

use super::{Arc, count};
use ::std::fmt;
use ::std::marker::Unsize;
use ::std::mem::ManuallyDrop;
use ::std::ops::{CoerceUnsized, DispatchFromDyn};
use ::std::panic::Location;
use ::std::sync as real;

/// The look-alike of [`std::sync::Weak`].
#[repr(transparent)]
pub struct Weak<T: ?Sized>(real::Weak<T>);

impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<Weak<U>> for Weak<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<Weak<U>> for Weak<T> {}

impl<T> Weak<T> {
    /// As in `std`.
    #[must_use]
    pub const fn new() -> Weak<T> {
        Weak(real::Weak::new())
    }

    pub(super) fn of_ref(real: &real::Weak<T>) -> &Weak<T> {
        // SAFETY: a `Weak` is a real one and nothing else.
        unsafe { &*(&raw const *real).cast() }
    }
}

impl<T: ?Sized> Weak<T> {
    pub(super) fn of(real: real::Weak<T>) -> Weak<T> {
        Weak(real)
    }

    fn address(&self) -> *const () {
        self.0.as_ptr().cast()
    }

    /// As in `std`.
    ///
    /// # Safety
    ///
    /// As in `std`: the pointer must be from [`Weak::into_raw`].
    pub unsafe fn from_raw(ptr: *const T) -> Weak<T> {
        // SAFETY: the caller's promise is passed on.
        Weak(unsafe { real::Weak::from_raw(ptr) })
    }

    /// As in `std`.
    #[must_use = "losing the pointer will leak memory"]
    pub fn into_raw(self) -> *const T {
        let this = ManuallyDrop::new(self);
        // SAFETY: `this` is not dropped, so the real one is moved out once.
        unsafe { ::std::ptr::read(&raw const this.0) }.into_raw()
    }

    /// As in `std`.
    #[must_use]
    pub fn as_ptr(&self) -> *const T {
        self.0.as_ptr()
    }

    /// As in `std`.
    #[must_use = "this returns a new `Arc`, without modifying the original weak pointer"]
    #[track_caller]
    pub fn upgrade(&self) -> Option<Arc<T>> {
        let at = Location::caller();
        if let Some(count) = self.count(at)
            && !count.upgrade(at)
        {
            return None;
        }
        self.0.upgrade().map(Arc::of)
    }

    /// As in `std`.
    #[must_use]
    #[track_caller]
    pub fn strong_count(&self) -> usize {
        let at = Location::caller();
        match self.count(at) {
            Some(count) => count.strong(at),
            None => self.0.strong_count(),
        }
    }

    /// As in `std`.
    #[must_use]
    #[track_caller]
    pub fn weak_count(&self) -> usize {
        let at = Location::caller();
        let real = || self.0.weak_count();
        match self.count(at) {
            Some(count) => count.weak(real, at),
            None => real(),
        }
    }

    /// As in `std`.
    #[must_use]
    pub fn ptr_eq(&self, other: &Weak<T>) -> bool {
        self.0.ptr_eq(&other.0)
    }

    /// Its `Arc`, for a look at its owners. One that never had an owner, or is
    /// about to have its first, has none.
    fn count(&self, at: &'static Location<'static>) -> Option<count::Count> {
        let never = self.0.strong_count() == 0 && count::known(self.address()).is_none();
        if never {
            return None;
        }
        count::looked_at(self.address(), at)
    }
}

impl<T: ?Sized> Clone for Weak<T> {
    #[track_caller]
    fn clone(&self) -> Weak<T> {
        if let Some(count) = count::known(self.address()) {
            count.weak_made(Location::caller());
        }
        Weak(self.0.clone())
    }
}

// SAFETY: no value is looked at.
unsafe impl<#[may_dangle] T: ?Sized> Drop for Weak<T> {
    fn drop(&mut self) {
        if let Some(count) = count::known(self.address()) {
            count.weak_dropped();
        }
    }
}

impl<T> Default for Weak<T> {
    fn default() -> Weak<T> {
        Weak::new()
    }
}

impl<T: ?Sized> fmt::Debug for Weak<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
