//! `std::sync::Arc` and `std::sync::Weak`.
//!
//! A real `Arc` inside, which owns the value and frees it. Around it is what
//! makes it a look-alike: its owners are counted for the explorer, where that
//! matters to the program (see [`engine::counts`](crate::engine::counts)).
//!
//! Here is why this crate needs features of the language that are not stable:
//! a program turns an `Arc<Closure>` into an `Arc<dyn Fn()>` and takes
//! `self: Arc<Self>`, and stable Rust lets only `std`'s own pointers do that.

mod count;
mod pass;
mod weak;

pub use self::weak::Weak;

use self::count::LastDrop;
use ::std::any::Any;
use ::std::clone::CloneToUninit;
use ::std::marker::{PhantomData, Unsize};
use ::std::mem::{self, ManuallyDrop, MaybeUninit};
use ::std::ops::{CoerceUnsized, Deref, DispatchFromDyn, LegacyReceiver};
use ::std::panic::{Location, RefUnwindSafe, UnwindSafe};
use ::std::pin::{Pin, PinCoerceUnsized};
use ::std::ptr::NonNull;
use ::std::sync as real;

/// The look-alike of [`std::sync::Arc`].
pub struct Arc<T: ?Sized> {
    /// From `into_raw` of a real `Arc`, of which this is one owner.
    value: NonNull<T>,
    owns: PhantomData<real::Arc<T>>,
}

// SAFETY: it is a real `Arc`, in another form.
unsafe impl<T: ?Sized> Send for Arc<T> where real::Arc<T>: Send {}
// SAFETY: as above.
unsafe impl<T: ?Sized> Sync for Arc<T> where real::Arc<T>: Sync {}
impl<T: ?Sized + RefUnwindSafe> UnwindSafe for Arc<T> {}

impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<Arc<U>> for Arc<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<Arc<U>> for Arc<T> {}
impl<T: ?Sized> LegacyReceiver for Arc<T> {}
// SAFETY: `deref` gives the same place each time, and a coercion keeps it.
unsafe impl<T: ?Sized> PinCoerceUnsized for Arc<T> {}

impl<T: ?Sized> Arc<T> {
    /// An `Arc` that was just made.
    fn made(real: real::Arc<T>) -> Arc<T> {
        let made = Arc::of(real);
        count::made(made.address());
        made
    }

    /// The same owner as a look-alike.
    fn of(real: real::Arc<T>) -> Arc<T> {
        let value = real::Arc::into_raw(real).cast_mut();
        Arc {
            // SAFETY: no value is at address 0.
            value: unsafe { NonNull::new_unchecked(value) },
            owns: PhantomData,
        }
    }

    /// The same owner as a real `Arc`.
    fn into_real(self) -> real::Arc<T> {
        let this = ManuallyDrop::new(self);
        // SAFETY: the pointer is from `into_raw`, and this owner is no more.
        unsafe { real::Arc::from_raw(this.value.as_ptr()) }
    }

    /// The real `Arc`, for a look.
    fn real(&self) -> ManuallyDrop<real::Arc<T>> {
        // SAFETY: the pointer is from `into_raw`. It is not dropped, so no owner
        // is lost.
        ManuallyDrop::new(unsafe { real::Arc::from_raw(self.value.as_ptr()) })
    }

    /// Whether it is the only owner, and there is no `Weak`.
    fn is_alone(&self, at: &'static Location<'static>) -> bool {
        let weaks = || real::Arc::weak_count(&self.real());
        match count::looked_at(self.address(), at) {
            Some(count) => count.is_alone(weaks, at),
            None => weaks() == 0 && real::Arc::strong_count(&self.real()) == 1,
        }
    }

    /// By what the explorer knows it.
    fn address(&self) -> *const () {
        self.value.as_ptr().cast_const().cast()
    }
}

impl<T: ?Sized> Deref for Arc<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: the value lives as long as it has an owner.
        unsafe { self.value.as_ref() }
    }
}

impl<T: ?Sized> Clone for Arc<T> {
    #[inline]
    #[track_caller]
    fn clone(&self) -> Arc<T> {
        if let Some(count) = count::known(self.address()) {
            count.clone_one(Location::caller());
        }
        Arc::of(real::Arc::clone(&self.real()))
    }
}

// SAFETY: the value is not looked at, only dropped, as by `std`'s.
unsafe impl<#[may_dangle] T: ?Sized> Drop for Arc<T> {
    #[inline]
    fn drop(&mut self) {
        let tells = mem::needs_drop::<T>();
        if let Some(count) = count::known(self.address()) {
            count.drop_one(tells);
        }
        // SAFETY: the pointer is from `into_raw`, and this owner is no more.
        let real = unsafe { real::Arc::from_raw(self.value.as_ptr()) };
        if tells && real::Arc::strong_count(&real) == 1 {
            let _this = LastDrop::begin();
            drop(real);
        }
    }
}

impl<T> Arc<T> {
    /// As in `std`.
    #[inline]
    pub fn new(data: T) -> Arc<T> {
        Arc::made(real::Arc::new(data))
    }

    /// As in `std`.
    pub fn new_cyclic<F: FnOnce(&Weak<T>) -> T>(data_fn: F) -> Arc<T> {
        Arc::made(real::Arc::new_cyclic(|weak| data_fn(Weak::of_ref(weak))))
    }

    /// As in `std`.
    #[must_use]
    pub fn new_uninit() -> Arc<MaybeUninit<T>> {
        Arc::made(real::Arc::new_uninit())
    }

    /// As in `std`.
    #[must_use]
    pub fn new_zeroed() -> Arc<MaybeUninit<T>> {
        Arc::made(real::Arc::new_zeroed())
    }

    /// As in `std`.
    #[must_use]
    pub fn pin(data: T) -> Pin<Arc<T>> {
        // SAFETY: nothing moves the value out of an `Arc` that is pinned.
        unsafe { Pin::new_unchecked(Arc::new(data)) }
    }

    /// As in `std`.
    ///
    /// # Errors
    ///
    /// Gives the `Arc` back if it has another owner.
    #[track_caller]
    pub fn try_unwrap(this: Arc<T>) -> Result<T, Arc<T>> {
        let at = Location::caller();
        if count::looked_at(this.address(), at).is_some_and(|count| !count.try_unwrap(at)) {
            return Err(this);
        }
        real::Arc::try_unwrap(this.into_real()).map_err(Arc::of)
    }

    /// As in `std`.
    #[must_use]
    #[track_caller]
    pub fn into_inner(this: Arc<T>) -> Option<T> {
        let at = Location::caller();
        if let Some(count) = count::looked_at(this.address(), at) {
            count.into_inner(at);
        }
        real::Arc::into_inner(this.into_real())
    }

    /// As in `std`.
    #[track_caller]
    pub fn unwrap_or_clone(this: Arc<T>) -> T
    where
        T: Clone,
    {
        Arc::try_unwrap(this).unwrap_or_else(|this| (*this).clone())
    }
}

impl<T> Arc<[T]> {
    /// As in `std`.
    #[must_use]
    pub fn new_uninit_slice(len: usize) -> Arc<[MaybeUninit<T>]> {
        Arc::made(real::Arc::new_uninit_slice(len))
    }

    /// As in `std`.
    #[must_use]
    pub fn new_zeroed_slice(len: usize) -> Arc<[MaybeUninit<T>]> {
        Arc::made(real::Arc::new_zeroed_slice(len))
    }
}

impl<T> Arc<MaybeUninit<T>> {
    /// As in `std`.
    ///
    /// # Safety
    ///
    /// As in `std`: the value must be initialised.
    #[must_use]
    pub unsafe fn assume_init(self) -> Arc<T> {
        // SAFETY: the caller's promise is passed on.
        Arc::of(unsafe { self.into_real().assume_init() })
    }
}

impl<T> Arc<[MaybeUninit<T>]> {
    /// As in `std`.
    ///
    /// # Safety
    ///
    /// As in `std`: the values must be initialised.
    #[must_use]
    pub unsafe fn assume_init(self) -> Arc<[T]> {
        // SAFETY: the caller's promise is passed on.
        Arc::of(unsafe { self.into_real().assume_init() })
    }
}

impl<T: ?Sized> Arc<T> {
    /// As in `std`.
    ///
    /// # Safety
    ///
    /// As in `std`: the pointer must be from [`Arc::into_raw`].
    pub unsafe fn from_raw(ptr: *const T) -> Arc<T> {
        // SAFETY: the caller's promise is passed on.
        Arc::of(unsafe { real::Arc::from_raw(ptr) })
    }

    /// As in `std`.
    #[must_use = "losing the pointer will leak memory"]
    pub fn into_raw(this: Arc<T>) -> *const T {
        ManuallyDrop::new(this).value.as_ptr()
    }

    /// As in `std`.
    ///
    /// # Safety
    ///
    /// As in `std`: the pointer must be from [`Arc::into_raw`], and an owner must
    /// be left.
    #[track_caller]
    pub unsafe fn increment_strong_count(ptr: *const T) {
        // SAFETY: the caller's promise is passed on; the owner that the pointer
        // stands for is not dropped.
        let this = unsafe { ManuallyDrop::new(Arc::from_raw(ptr)) };
        mem::forget(Arc::clone(&this));
    }

    /// As in `std`.
    ///
    /// # Safety
    ///
    /// As in `std`: the pointer must be from [`Arc::into_raw`], and an owner must
    /// be left.
    pub unsafe fn decrement_strong_count(ptr: *const T) {
        // SAFETY: the caller's promise is passed on.
        drop(unsafe { Arc::from_raw(ptr) });
    }

    /// As in `std`.
    #[must_use]
    pub fn as_ptr(this: &Arc<T>) -> *const T {
        this.value.as_ptr()
    }

    /// As in `std`.
    #[must_use = "this returns a new `Weak` pointer, without modifying the original `Arc`"]
    #[track_caller]
    pub fn downgrade(this: &Arc<T>) -> Weak<T> {
        if let Some(count) = count::known(this.address()) {
            count.weak_made(Location::caller());
        }
        Weak::of(real::Arc::downgrade(&this.real()))
    }

    /// As in `std`.
    #[must_use]
    #[track_caller]
    pub fn weak_count(this: &Arc<T>) -> usize {
        let at = Location::caller();
        let real = || real::Arc::weak_count(&this.real());
        match count::looked_at(this.address(), at) {
            Some(count) => count.weak(real, at),
            None => real(),
        }
    }

    /// As in `std`.
    #[must_use]
    #[track_caller]
    pub fn strong_count(this: &Arc<T>) -> usize {
        let at = Location::caller();
        match count::looked_at(this.address(), at) {
            Some(count) => count.strong(at),
            None => real::Arc::strong_count(&this.real()),
        }
    }

    /// As in `std`.
    #[must_use]
    pub fn ptr_eq(this: &Arc<T>, other: &Arc<T>) -> bool {
        real::Arc::ptr_eq(&this.real(), &other.real())
    }

    /// As in `std`.
    #[track_caller]
    pub fn make_mut(this: &mut Arc<T>) -> &mut T
    where
        T: CloneToUninit,
    {
        if !this.is_alone(Location::caller()) {
            // Another owner, so that the real one does clone the value. The value
            // may take steps to be cloned; `this` is an owner all the time.
            let mut other = real::Arc::clone(&this.real());
            real::Arc::make_mut(&mut other);
            *this = Arc::made(other);
        }
        // SAFETY: nobody else has an owner, or a `Weak` to make one of.
        unsafe { this.value.as_mut() }
    }

    /// As in `std`.
    #[track_caller]
    pub fn get_mut(this: &mut Arc<T>) -> Option<&mut T> {
        if this.is_alone(Location::caller()) {
            // SAFETY: nobody else has an owner, or a `Weak` to make one of.
            Some(unsafe { this.value.as_mut() })
        } else {
            None
        }
    }
}

impl Arc<dyn Any + Send + Sync> {
    /// As in `std`.
    ///
    /// # Errors
    ///
    /// Gives the `Arc` back if its value is of another type.
    pub fn downcast<T: Any + Send + Sync>(self) -> Result<Arc<T>, Self> {
        self.into_real().downcast().map(Arc::of).map_err(Arc::of)
    }
}
