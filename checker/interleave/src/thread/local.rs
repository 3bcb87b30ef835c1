//! `thread_local!`, one value for each thread of the program.

use crate::engine;
use ::std::any::Any;
use ::std::cell::{Cell, RefCell};
use ::std::error::Error;
use ::std::fmt;
use ::std::ptr::NonNull;

::std::thread_local! {
    /// The values of this thread outside of an exploration.
    static REAL: RefCell<Locals> = const { RefCell::new(Vec::new()) };
}

/// A thread's values by key; `None` once destroyed.
type Locals = Vec<(usize, Option<Box<dyn Any>>)>;

/// The look-alike of [`std::thread::LocalKey`].
pub struct LocalKey<T: 'static> {
    init: fn() -> T,
}

/// The look-alike of [`std::thread::AccessError`].
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct AccessError(());

impl<T: 'static> LocalKey<T> {
    #[doc(hidden)]
    pub const fn new(init: fn() -> T) -> LocalKey<T> {
        LocalKey { init }
    }

    /// Looks the value up: `None` if there is none yet.
    fn find(&self) -> Option<Result<NonNull<T>, AccessError>> {
        let key = ::std::ptr::from_ref(self) as usize;
        let look = |locals: &mut Locals| {
            let (_, value) = locals.iter_mut().find(|(k, _)| *k == key)?;
            Some(match value {
                Some(value) => Ok(NonNull::from(
                    value.downcast_mut::<T>().expect("one type a key"),
                )),
                None => Err(AccessError(())),
            })
        };
        match engine::with(|e| look(&mut e.thread().locals)) {
            Some(found) => found,
            None => REAL
                .try_with(|real| look(&mut real.borrow_mut()))
                .unwrap_or(Some(Err(AccessError(())))),
        }
    }

    fn add(&self, value: T) {
        let key = ::std::ptr::from_ref(self) as usize;
        let mut entry = Some((key, Some(Box::new(value) as Box<dyn Any>)));
        let mut put = |locals: &mut Locals| locals.push(entry.take().expect("put once"));
        if engine::with(|e| put(&mut e.thread().locals)).is_none() {
            let _ = REAL.try_with(|real| put(&mut real.borrow_mut()));
        }
    }

    /// As in `std`.
    ///
    /// # Errors
    ///
    /// If the value is destroyed already.
    pub fn try_with<F, R>(&'static self, f: F) -> Result<R, AccessError>
    where
        F: FnOnce(&T) -> R,
    {
        if self.find().is_none() {
            let value = (self.init)();
            if self.find().is_none() {
                self.add(value);
            }
        }
        let value = self.find().unwrap_or(Err(AccessError(())))?;
        // SAFETY: the value is boxed, is destroyed by this very thread only,
        // after its code has ended, and is never lent mutably.
        Ok(f(unsafe { value.as_ref() }))
    }

    /// As in `std`.
    ///
    /// # Panics
    ///
    /// If the value is destroyed already.
    pub fn with<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&T) -> R,
    {
        self.try_with(f)
            .expect("cannot access a Thread Local Storage value during or after destruction")
    }
}

impl<T: 'static> LocalKey<Cell<T>> {
    /// As in `std`.
    pub fn set(&'static self, value: T) {
        self.with(|cell| cell.set(value));
    }

    /// As in `std`.
    pub fn get(&'static self) -> T
    where
        T: Copy,
    {
        self.with(Cell::get)
    }

    /// As in `std`.
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(Cell::take)
    }

    /// As in `std`.
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}

impl<T: 'static> LocalKey<RefCell<T>> {
    /// As in `std`.
    pub fn with_borrow<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&T) -> R,
    {
        self.with(|cell| f(&cell.borrow()))
    }

    /// As in `std`.
    pub fn with_borrow_mut<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&mut T) -> R,
    {
        self.with(|cell| f(&mut cell.borrow_mut()))
    }

    /// As in `std`.
    pub fn set(&'static self, value: T) {
        self.with(|cell| *cell.borrow_mut() = value);
    }

    /// As in `std`.
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(RefCell::take)
    }

    /// As in `std`.
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}

/// Destroys the values of the running thread, in order of creation, those
/// included that the destructors bring to life.
pub(crate) fn destroy_all() {
    let mut next = 0;
    while let Some(value) = engine::inside(|e| {
        let locals = &mut e.thread().locals;
        locals.get_mut(next).map(|(_, value)| value.take())
    }) {
        drop(value);
        next += 1;
    }
}

impl<T: 'static> fmt::Debug for LocalKey<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalKey").finish_non_exhaustive()
    }
}

impl fmt::Debug for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessError").finish()
    }
}

impl fmt::Display for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("already destroyed")
    }
}

impl Error for AccessError {}

/// As in `std`.
#[macro_export]
macro_rules! thread_local {
    () => {};
    ($(#[$attr:meta])* $vis:vis static $name:ident: $type:ty = const $init:block; $($rest:tt)*) => {
        $crate::thread_local!($(#[$attr])* $vis static $name: $type = $init);
        $crate::thread_local!($($rest)*);
    };
    ($(#[$attr:meta])* $vis:vis static $name:ident: $type:ty = const $init:block) => {
        $crate::thread_local!($(#[$attr])* $vis static $name: $type = $init);
    };
    ($(#[$attr:meta])* $vis:vis static $name:ident: $type:ty = $init:expr; $($rest:tt)*) => {
        $crate::thread_local!($(#[$attr])* $vis static $name: $type = $init);
        $crate::thread_local!($($rest)*);
    };
    ($(#[$attr:meta])* $vis:vis static $name:ident: $type:ty = $init:expr) => {
        $(#[$attr])*
        $vis static $name: $crate::thread::LocalKey<$type> = {
            fn init() -> $type {
                $init
            }
            $crate::thread::LocalKey::new(init)
        };
    };
}
