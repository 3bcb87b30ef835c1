//! The look-alike of `std::task`: all of it is passed through but the waker
//! that an `Arc` makes.

pub use ::std::task::{Context, Poll, RawWaker, RawWakerVTable, Waker, ready};

use crate::sync::Arc;
use ::std::mem::ManuallyDrop;

/// The look-alike of [`std::task::Wake`].
pub trait Wake {
    /// As in `std`.
    fn wake(self: Arc<Self>);

    /// As in `std`.
    #[track_caller]
    fn wake_by_ref(self: &Arc<Self>) {
        self.clone().wake();
    }
}

impl<W: Wake + Send + Sync + 'static> From<Arc<W>> for Waker {
    fn from(waker: Arc<W>) -> Waker {
        // SAFETY: the functions of the table keep to what `RawWaker` asks for.
        unsafe { Waker::from_raw(waker.into()) }
    }
}

impl<W: Wake + Send + Sync + 'static> From<Arc<W>> for RawWaker {
    fn from(waker: Arc<W>) -> RawWaker {
        raw(waker)
    }
}

/// The waker as `std` has it inside: the pointer is one owner of the `Arc`.
fn raw<W: Wake + Send + Sync + 'static>(waker: Arc<W>) -> RawWaker {
    /// The owner that the pointer stands for.
    unsafe fn owner<W>(waker: *const ()) -> Arc<W> {
        // SAFETY: the pointer is from `into_raw`, in `raw`.
        unsafe { Arc::from_raw(waker.cast::<W>()) }
    }

    unsafe fn clone<W: Wake + Send + Sync + 'static>(waker: *const ()) -> RawWaker {
        // SAFETY: the owner is there, and is not dropped.
        let this = ManuallyDrop::new(unsafe { owner::<W>(waker) });
        raw(Arc::clone(&this))
    }

    unsafe fn wake<W: Wake + Send + Sync + 'static>(waker: *const ()) {
        // SAFETY: the owner is there, and is given up.
        W::wake(unsafe { owner::<W>(waker) });
    }

    unsafe fn wake_by_ref<W: Wake + Send + Sync + 'static>(waker: *const ()) {
        // SAFETY: the owner is there, and is not dropped.
        W::wake_by_ref(&ManuallyDrop::new(unsafe { owner::<W>(waker) }));
    }

    unsafe fn drop_waker<W: Wake + Send + Sync + 'static>(waker: *const ()) {
        // SAFETY: the owner is there, and is given up.
        drop(unsafe { owner::<W>(waker) });
    }

    RawWaker::new(
        Arc::into_raw(waker).cast(),
        &RawWakerVTable::new(clone::<W>, wake::<W>, wake_by_ref::<W>, drop_waker::<W>),
    )
}
