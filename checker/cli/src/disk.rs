//! How much room a disk has. Each system asks in its own way.

use std::path::Path;

/// Free bytes for this user on the disk that `folder` is on, where the system tells.
#[cfg(unix)]
pub fn free(folder: &Path) -> Option<u64> {
    let about = rustix::fs::statvfs(folder).ok()?;
    Some(about.f_bavail.saturating_mul(about.f_frsize))
}

/// Free bytes for this user on the disk that `folder` is on, where the system tells.
#[cfg(not(unix))]
pub fn free(_folder: &Path) -> Option<u64> {
    None
}
