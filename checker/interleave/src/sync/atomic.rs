//! `std::sync::atomic`.

use super::cell::{self, Cell, Exchange};
use crate::engine::memory::History;
use crate::engine::object::State;
use crate::engine::{self, refuse};
use crate::handle::Handle;
use ::std::fmt;
use ::std::panic::Location;
use ::std::sync::atomic as real;
pub use ::std::sync::atomic::{Ordering, compiler_fence};

/// As in `std`.
#[track_caller]
pub fn fence(order: Ordering) {
    if engine::is_active() {
        cell::fence(order, Location::caller());
    } else {
        real::fence(order);
    }
}

/// As in `std`, deprecated there.
#[deprecated(since = "1.51.0", note = "use hint::spin_loop instead")]
#[track_caller]
pub fn spin_loop_hint() {
    crate::hint::spin_loop();
}

/// The operations that every atomic has. `$word` turns a value into 64 bits,
/// `$value` turns it back.
macro_rules! atomic {
    ($name:ident $(<$param:ident>)?, $type:ty, $real:ty, $word:expr, $value:expr) => {
        impl $(<$param>)? $name $(<$param>)? {
            /// As in `std`.
            #[inline]
            pub const fn new(value: $type) -> Self {
                Self {
                    handle: Handle::new(),
                    real: <$real>::new(value),
                }
            }

            fn word(value: $type) -> u64 {
                $word(value)
            }

            fn value(word: u64) -> $type {
                $value(word)
            }

            fn show(word: u64) -> String {
                format!("{:?}", Self::value(word))
            }

            fn cell(&self, at: &'static Location<'static>) -> Cell {
                let initial = || Self::word(self.real.load(Ordering::Relaxed));
                Cell {
                    id: self.handle.object(|| State::Atomic(History::new(initial()))),
                    at,
                    show: Self::show,
                }
            }

            fn latest(&self) -> $type {
                match cell::peek(&self.handle) {
                    Some(word) => Self::value(word),
                    None => self.real.load(Ordering::Relaxed),
                }
            }

            /// Not modelled.
            ///
            /// # Safety
            ///
            /// None: it never returns.
            #[track_caller]
            pub const unsafe fn from_ptr<'a>(_ptr: *mut $type) -> &'a Self {
                panic!(concat!(
                    "the explorer does not model ", stringify!($name),
                    "::from_ptr; make the atomic with `new`"
                ))
            }

            /// As in `std`.
            pub fn get_mut(&mut self) -> &mut $type {
                let latest = self.latest();
                self.handle.forget();
                *self.real.get_mut() = latest;
                self.real.get_mut()
            }

            /// As in `std`.
            pub fn into_inner(self) -> $type {
                self.latest()
            }

            /// Not modelled inside an exploration.
            #[track_caller]
            pub fn as_ptr(&self) -> *mut $type {
                if engine::is_active() {
                    refuse(
                        concat!(stringify!($name), "::as_ptr"),
                        "use `load` and `store`",
                    );
                }
                self.real.as_ptr()
            }

            /// As in `std`.
            ///
            /// # Panics
            ///
            /// If `order` is `Release` or `AcqRel`.
            #[track_caller]
            pub fn load(&self, order: Ordering) -> $type {
                if !engine::is_active() {
                    return self.real.load(order);
                }
                Self::value(self.cell(Location::caller()).load(order))
            }

            /// As in `std`.
            ///
            /// # Panics
            ///
            /// If `order` is `Acquire` or `AcqRel`.
            #[track_caller]
            pub fn store(&self, value: $type, order: Ordering) {
                if !engine::is_active() {
                    return self.real.store(value, order);
                }
                self.cell(Location::caller()).store(Self::word(value), order);
            }

            /// As in `std`.
            #[track_caller]
            pub fn swap(&self, value: $type, order: Ordering) -> $type {
                if !engine::is_active() {
                    return self.real.swap(value, order);
                }
                self.modify(order, Location::caller(), Some(value), |_| value)
            }

            fn modify(
                &self,
                order: Ordering,
                at: &'static Location<'static>,
                stores: Option<$type>,
                change: impl FnOnce($type) -> $type,
            ) -> $type {
                let change = |word| Self::word(change(Self::value(word)));
                Self::value(self.cell(at).modify(order, stores.map(Self::word), change))
            }

            /// As in `std`, deprecated there.
            #[deprecated(since = "1.50.0", note = "Use `compare_exchange` or `compare_exchange_weak` instead")]
            #[track_caller]
            pub fn compare_and_swap(&self, current: $type, new: $type, order: Ordering) -> $type {
                let failure = match order {
                    Ordering::Relaxed | Ordering::Release => Ordering::Relaxed,
                    Ordering::Acquire | Ordering::AcqRel => Ordering::Acquire,
                    _ => Ordering::SeqCst,
                };
                match self.compare_exchange(current, new, order, failure) {
                    Ok(old) | Err(old) => old,
                }
            }

            /// As in `std`.
            ///
            /// # Errors
            ///
            /// Gives the value found if it is not `current`.
            ///
            /// # Panics
            ///
            /// If `failure` is `Release` or `AcqRel`.
            #[track_caller]
            pub fn compare_exchange(
                &self,
                current: $type,
                new: $type,
                success: Ordering,
                failure: Ordering,
            ) -> Result<$type, $type> {
                if !engine::is_active() {
                    return self.real.compare_exchange(current, new, success, failure);
                }
                let how = Exchange { success, failure, weak: false };
                self.exchange(current, new, how, Location::caller())
            }

            /// As in `std`. May fail for no reason.
            ///
            /// # Errors
            ///
            /// Gives the value found.
            ///
            /// # Panics
            ///
            /// If `failure` is `Release` or `AcqRel`.
            #[track_caller]
            pub fn compare_exchange_weak(
                &self,
                current: $type,
                new: $type,
                success: Ordering,
                failure: Ordering,
            ) -> Result<$type, $type> {
                if !engine::is_active() {
                    return self.real.compare_exchange_weak(current, new, success, failure);
                }
                let how = Exchange { success, failure, weak: true };
                self.exchange(current, new, how, Location::caller())
            }

            fn exchange(
                &self,
                current: $type,
                new: $type,
                how: Exchange,
                at: &'static Location<'static>,
            ) -> Result<$type, $type> {
                self.cell(at)
                    .exchange(Self::word(current), Self::word(new), how)
                    .map(Self::value)
                    .map_err(Self::value)
            }

            /// As in `std`.
            ///
            /// # Errors
            ///
            /// Gives the value found once `f` says `None`.
            #[track_caller]
            pub fn fetch_update<F>(&self, set_order: Ordering, fetch_order: Ordering, mut f: F) -> Result<$type, $type>
            where
                F: FnMut($type) -> Option<$type>,
            {
                let mut found = self.load(fetch_order);
                while let Some(new) = f(found) {
                    match self.compare_exchange(found, new, set_order, fetch_order) {
                        Ok(old) => return Ok(old),
                        Err(now) => found = now,
                    }
                }
                Err(found)
            }

            /// As in `std`.
            ///
            /// # Errors
            ///
            /// Gives the value found once `f` says `None`.
            #[track_caller]
            pub fn try_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut($type) -> Option<$type>,
            ) -> Result<$type, $type> {
                self.fetch_update(set_order, fetch_order, f)
            }

            /// As in `std`.
            #[track_caller]
            pub fn update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                mut f: impl FnMut($type) -> $type,
            ) -> $type {
                match self.fetch_update(set_order, fetch_order, |value| Some(f(value))) {
                    Ok(old) | Err(old) => old,
                }
            }
        }

        impl $(<$param>)? fmt::Debug for $name $(<$param>)? {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.latest(), f)
            }
        }

        impl $(<$param>)? From<$type> for $name $(<$param>)? {
            fn from(value: $type) -> Self {
                Self::new(value)
            }
        }
    };
}

/// Read-modify-writes that one expression describes.
macro_rules! fetches {
    ($name:ident $(<$param:ident>)?, $type:ty: $($method:ident($old:ident, $arg:ident) = $new:expr;)*) => {
        impl $(<$param>)? $name $(<$param>)? {
            $(
                /// As in `std`.
                #[track_caller]
                pub fn $method(&self, $arg: $type, order: Ordering) -> $type {
                    if !engine::is_active() {
                        return self.real.$method($arg, order);
                    }
                    self.modify(order, Location::caller(), None, |$old| $new)
                }
            )*
        }
    };
}

macro_rules! integer {
    ($($name:ident, $type:ty, $real:ident;)*) => {$(
        #[doc = concat!("The look-alike of [`std::sync::atomic::", stringify!($name), "`].")]
        #[derive(Default)]
        pub struct $name {
            handle: Handle,
            real: real::$real,
        }

        // Widening keeps every value, and narrowing gets back what was widened.
        #[allow(clippy::cast_lossless, clippy::cast_possible_truncation, clippy::cast_possible_wrap, clippy::cast_sign_loss, clippy::unnecessary_cast)]
        const _: () = {
            atomic!($name, $type, real::$real, |value: $type| value as u64, |word: u64| word as $type);
        };

        fetches! { $name, $type:
            fetch_add(old, value) = old.wrapping_add(value);
            fetch_sub(old, value) = old.wrapping_sub(value);
            fetch_and(old, value) = old & value;
            fetch_nand(old, value) = !(old & value);
            fetch_or(old, value) = old | value;
            fetch_xor(old, value) = old ^ value;
            fetch_max(old, value) = old.max(value);
            fetch_min(old, value) = old.min(value);
        }
    )*};
}

integer! {
    AtomicI8, i8, AtomicI8;
    AtomicU8, u8, AtomicU8;
    AtomicI16, i16, AtomicI16;
    AtomicU16, u16, AtomicU16;
    AtomicI32, i32, AtomicI32;
    AtomicU32, u32, AtomicU32;
    AtomicI64, i64, AtomicI64;
    AtomicU64, u64, AtomicU64;
    AtomicIsize, isize, AtomicIsize;
    AtomicUsize, usize, AtomicUsize;
}

/// The look-alike of [`std::sync::atomic::AtomicBool`].
#[derive(Default)]
pub struct AtomicBool {
    handle: Handle,
    real: real::AtomicBool,
}

atomic!(AtomicBool, bool, real::AtomicBool, u64::from, |word| word
    != 0);

fetches! { AtomicBool, bool:
    fetch_and(old, value) = old & value;
    fetch_nand(old, value) = !(old & value);
    fetch_or(old, value) = old | value;
    fetch_xor(old, value) = old ^ value;
}

impl AtomicBool {
    /// As in `std`.
    #[track_caller]
    pub fn fetch_not(&self, order: Ordering) -> bool {
        self.fetch_xor(true, order)
    }
}

/// The look-alike of [`std::sync::atomic::AtomicPtr`].
pub struct AtomicPtr<T> {
    handle: Handle,
    real: real::AtomicPtr<T>,
}

atomic!(
    AtomicPtr<T>,
    *mut T,
    real::AtomicPtr<T>,
    |value: *mut T| value.expose_provenance() as u64,
    |word: u64| ::std::ptr::with_exposed_provenance_mut(usize::try_from(word).expect("an address"))
);

impl<T> AtomicPtr<T> {
    /// As in `std`.
    #[track_caller]
    pub fn fetch_ptr_add(&self, count: usize, order: Ordering) -> *mut T {
        if !engine::is_active() {
            return self.real.fetch_ptr_add(count, order);
        }
        self.modify(order, Location::caller(), None, |old| {
            old.wrapping_add(count)
        })
    }

    /// As in `std`.
    #[track_caller]
    pub fn fetch_ptr_sub(&self, count: usize, order: Ordering) -> *mut T {
        if !engine::is_active() {
            return self.real.fetch_ptr_sub(count, order);
        }
        self.modify(order, Location::caller(), None, |old| {
            old.wrapping_sub(count)
        })
    }

    /// As in `std`.
    #[track_caller]
    pub fn fetch_byte_add(&self, bytes: usize, order: Ordering) -> *mut T {
        if !engine::is_active() {
            return self.real.fetch_byte_add(bytes, order);
        }
        self.modify(order, Location::caller(), None, |old| {
            old.wrapping_byte_add(bytes)
        })
    }

    /// As in `std`.
    #[track_caller]
    pub fn fetch_byte_sub(&self, bytes: usize, order: Ordering) -> *mut T {
        if !engine::is_active() {
            return self.real.fetch_byte_sub(bytes, order);
        }
        self.modify(order, Location::caller(), None, |old| {
            old.wrapping_byte_sub(bytes)
        })
    }

    /// As in `std`.
    #[track_caller]
    pub fn fetch_or(&self, bits: usize, order: Ordering) -> *mut T {
        if !engine::is_active() {
            return self.real.fetch_or(bits, order);
        }
        self.modify(order, Location::caller(), None, |old| {
            old.map_addr(|a| a | bits)
        })
    }

    /// As in `std`.
    #[track_caller]
    pub fn fetch_and(&self, bits: usize, order: Ordering) -> *mut T {
        if !engine::is_active() {
            return self.real.fetch_and(bits, order);
        }
        self.modify(order, Location::caller(), None, |old| {
            old.map_addr(|a| a & bits)
        })
    }

    /// As in `std`.
    #[track_caller]
    pub fn fetch_xor(&self, bits: usize, order: Ordering) -> *mut T {
        if !engine::is_active() {
            return self.real.fetch_xor(bits, order);
        }
        self.modify(order, Location::caller(), None, |old| {
            old.map_addr(|a| a ^ bits)
        })
    }
}

impl<T> Default for AtomicPtr<T> {
    fn default() -> AtomicPtr<T> {
        AtomicPtr::new(::std::ptr::null_mut())
    }
}

impl<T> fmt::Pointer for AtomicPtr<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&self.latest(), f)
    }
}

/// As in `std`, deprecated there.
#[deprecated(since = "1.34.0", note = "the `new` function is now preferred")]
#[allow(clippy::declare_interior_mutable_const)]
pub const ATOMIC_BOOL_INIT: AtomicBool = AtomicBool::new(false);

/// As in `std`, deprecated there.
#[deprecated(since = "1.34.0", note = "the `new` function is now preferred")]
#[allow(clippy::declare_interior_mutable_const)]
pub const ATOMIC_ISIZE_INIT: AtomicIsize = AtomicIsize::new(0);

/// As in `std`, deprecated there.
#[deprecated(since = "1.34.0", note = "the `new` function is now preferred")]
#[allow(clippy::declare_interior_mutable_const)]
pub const ATOMIC_USIZE_INIT: AtomicUsize = AtomicUsize::new(0);
