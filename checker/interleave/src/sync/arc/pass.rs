//! What an `Arc` passes on to its value, and what it can be made of.

use super::Arc;
use ::std::borrow::{Borrow, Cow};
use ::std::cmp::Ordering;
use ::std::error::Error;
use ::std::ffi::{CStr, CString, OsStr, OsString};
use ::std::fmt;
use ::std::fs::File;
use ::std::hash::{Hash, Hasher};
use ::std::io::{self, IoSlice, IoSliceMut, Read, Seek, SeekFrom, Write};
use ::std::path::{Path, PathBuf};
use ::std::pin::Pin;
use ::std::sync as real;

impl<T: ?Sized> AsRef<T> for Arc<T> {
    fn as_ref(&self) -> &T {
        self
    }
}

impl<T: ?Sized> Borrow<T> for Arc<T> {
    fn borrow(&self) -> &T {
        self
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Arc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for Arc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized> fmt::Pointer for Arc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&Arc::as_ptr(self), f)
    }
}

impl<T: ?Sized + Error> Error for Arc<T> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        (**self).source()
    }
}

impl<T: ?Sized + PartialEq> PartialEq for Arc<T> {
    fn eq(&self, other: &Arc<T>) -> bool {
        **self == **other
    }
}

impl<T: ?Sized + Eq> Eq for Arc<T> {}

impl<T: ?Sized + PartialOrd> PartialOrd for Arc<T> {
    fn partial_cmp(&self, other: &Arc<T>) -> Option<Ordering> {
        (**self).partial_cmp(&**other)
    }
}

impl<T: ?Sized + Ord> Ord for Arc<T> {
    fn cmp(&self, other: &Arc<T>) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl<T: ?Sized + Hash> Hash for Arc<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl Read for Arc<File> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        (&**self).read(buf)
    }

    fn read_vectored(&mut self, bufs: &mut [IoSliceMut<'_>]) -> io::Result<usize> {
        (&**self).read_vectored(bufs)
    }
}

impl Write for Arc<File> {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        (&**self).write(buf)
    }

    fn write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> io::Result<usize> {
        (&**self).write_vectored(bufs)
    }

    fn flush(&mut self) -> io::Result<()> {
        (&**self).flush()
    }
}

impl Seek for Arc<File> {
    fn seek(&mut self, pos: SeekFrom) -> io::Result<u64> {
        (&**self).seek(pos)
    }
}

// --- What it can be made of ---

/// As in `std`, which has each of these.
macro_rules! made_of {
    ($([$($param:tt)*] $source:ty => $value:ty;)*) => {$(
        impl<$($param)*> From<$source> for Arc<$value> {
            fn from(source: $source) -> Arc<$value> {
                Arc::made(real::Arc::from(source))
            }
        }
    )*};
}

made_of! {
    [T] T => T;
    [T: ?Sized] Box<T> => T;
    [T] Vec<T> => [T];
    [T, const N: usize] [T; N] => [T];
    [T: Clone] &[T] => [T];
    [T: Clone] &mut [T] => [T];
    [] String => str;
    [] &str => str;
    [] &mut str => str;
    [] CString => CStr;
    [] &CStr => CStr;
    [] &mut CStr => CStr;
    [] OsString => OsStr;
    [] &OsStr => OsStr;
    [] &mut OsStr => OsStr;
    [] PathBuf => Path;
    [] &Path => Path;
    [] &mut Path => Path;
}

impl<'a, B: ?Sized + ToOwned> From<Cow<'a, B>> for Arc<B>
where
    Arc<B>: From<&'a B> + From<B::Owned>,
{
    fn from(cow: Cow<'a, B>) -> Arc<B> {
        match cow {
            Cow::Borrowed(value) => Arc::from(value),
            Cow::Owned(value) => Arc::from(value),
        }
    }
}

impl<T> FromIterator<T> for Arc<[T]> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Arc<[T]> {
        Arc::made(iter.into_iter().collect())
    }
}

impl From<Arc<str>> for Arc<[u8]> {
    fn from(text: Arc<str>) -> Arc<[u8]> {
        Arc::of(text.into_real().into())
    }
}

impl<T, const N: usize> TryFrom<Arc<[T]>> for Arc<[T; N]> {
    type Error = Arc<[T]>;

    fn try_from(slice: Arc<[T]>) -> Result<Arc<[T; N]>, Arc<[T]>> {
        slice.into_real().try_into().map(Arc::of).map_err(Arc::of)
    }
}

impl<T: Default> Default for Arc<T> {
    fn default() -> Arc<T> {
        Arc::new(T::default())
    }
}

impl Default for Arc<str> {
    fn default() -> Arc<str> {
        Arc::made(real::Arc::default())
    }
}

impl Default for Arc<CStr> {
    fn default() -> Arc<CStr> {
        Arc::made(real::Arc::default())
    }
}

impl<T> Default for Arc<[T]> {
    fn default() -> Arc<[T]> {
        Arc::made(real::Arc::default())
    }
}

impl<T: ?Sized> Default for Pin<Arc<T>>
where
    Arc<T>: Default,
{
    fn default() -> Pin<Arc<T>> {
        // SAFETY: nothing moves the value out of an `Arc` that is pinned.
        unsafe { Pin::new_unchecked(Arc::default()) }
    }
}
