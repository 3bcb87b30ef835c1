//! The look-alike of `std::time`. While exploring, time is virtual: it stands
//! still until a thread sleeps or a timeout passes.

pub use ::std::time::{Duration, SystemTimeError, TryFromFloatSecsError};

use crate::engine;
use ::std::ops::{Add, AddAssign, Sub, SubAssign};
use ::std::panic::Location;
use ::std::sync::OnceLock;
use ::std::time as real;

/// The look-alike of [`std::time::Instant`].
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Instant(Duration);

/// The look-alike of [`std::time::SystemTime`].
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SystemTime(real::SystemTime);

/// The look-alike of [`std::time::UNIX_EPOCH`].
pub const UNIX_EPOCH: SystemTime = SystemTime::UNIX_EPOCH;

/// Reading the clock takes this long, so that a loop that waits for a moment
/// comes to it.
const TICK: Duration = Duration::from_nanos(100);

/// The virtual time since the execution began; `None` outside.
#[track_caller]
fn virtual_now() -> Option<Duration> {
    let at = Location::caller();
    engine::with(|e| {
        e.clock += TICK;
        e.looked(None, at);
        e.clock
    })
}

impl Instant {
    /// As in `std`.
    #[must_use]
    #[track_caller]
    pub fn now() -> Instant {
        static START: OnceLock<real::Instant> = OnceLock::new();
        Instant(virtual_now().unwrap_or_else(|| START.get_or_init(real::Instant::now).elapsed()))
    }

    /// As in `std`.
    #[must_use]
    pub fn duration_since(&self, earlier: Instant) -> Duration {
        self.0.saturating_sub(earlier.0)
    }

    /// As in `std`.
    #[must_use]
    pub fn checked_duration_since(&self, earlier: Instant) -> Option<Duration> {
        self.0.checked_sub(earlier.0)
    }

    /// As in `std`.
    #[must_use]
    pub fn saturating_duration_since(&self, earlier: Instant) -> Duration {
        self.0.saturating_sub(earlier.0)
    }

    /// As in `std`.
    #[must_use]
    #[track_caller]
    pub fn elapsed(&self) -> Duration {
        Instant::now().duration_since(*self)
    }

    /// As in `std`.
    #[must_use]
    pub fn checked_add(&self, duration: Duration) -> Option<Instant> {
        self.0.checked_add(duration).map(Instant)
    }

    /// As in `std`.
    #[must_use]
    pub fn checked_sub(&self, duration: Duration) -> Option<Instant> {
        self.0.checked_sub(duration).map(Instant)
    }
}

impl SystemTime {
    /// As in `std`.
    pub const UNIX_EPOCH: SystemTime = SystemTime(real::SystemTime::UNIX_EPOCH);

    /// As in `std`. While exploring, the first moment is the same each time.
    #[must_use]
    #[track_caller]
    pub fn now() -> SystemTime {
        const BEGINNING: Duration = Duration::from_secs(1_750_000_000);
        SystemTime(match virtual_now() {
            Some(since) => real::UNIX_EPOCH + BEGINNING + since,
            None => real::SystemTime::now(),
        })
    }

    /// As in `std`.
    ///
    /// # Errors
    ///
    /// If `earlier` is later.
    pub fn duration_since(&self, earlier: SystemTime) -> Result<Duration, SystemTimeError> {
        self.0.duration_since(earlier.0)
    }

    /// As in `std`.
    ///
    /// # Errors
    ///
    /// If this moment is still to come.
    #[track_caller]
    pub fn elapsed(&self) -> Result<Duration, SystemTimeError> {
        SystemTime::now().duration_since(*self)
    }

    /// As in `std`.
    #[must_use]
    pub fn checked_add(&self, duration: Duration) -> Option<SystemTime> {
        self.0.checked_add(duration).map(SystemTime)
    }

    /// As in `std`.
    #[must_use]
    pub fn checked_sub(&self, duration: Duration) -> Option<SystemTime> {
        self.0.checked_sub(duration).map(SystemTime)
    }
}

macro_rules! arithmetic {
    ($($type:ident)*) => {$(
        impl Add<Duration> for $type {
            type Output = $type;

            fn add(self, duration: Duration) -> $type {
                self.checked_add(duration).expect("overflow when adding duration to instant")
            }
        }

        impl Sub<Duration> for $type {
            type Output = $type;

            fn sub(self, duration: Duration) -> $type {
                self.checked_sub(duration).expect("overflow when subtracting duration from instant")
            }
        }

        impl AddAssign<Duration> for $type {
            fn add_assign(&mut self, duration: Duration) {
                *self = *self + duration;
            }
        }

        impl SubAssign<Duration> for $type {
            fn sub_assign(&mut self, duration: Duration) {
                *self = *self - duration;
            }
        }
    )*};
}

arithmetic! { Instant SystemTime }

impl Sub<Instant> for Instant {
    type Output = Duration;

    fn sub(self, earlier: Instant) -> Duration {
        self.duration_since(earlier)
    }
}
