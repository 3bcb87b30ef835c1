//! Kernels that neither loom nor shuttle can run: `OnceLock`, `is_finished`.

use crate::table::Kernel;

mod finished_not_joined;
mod oncelock_set_twice;

/// The kernels of this folder.
pub const ALL: &[Kernel] = &[
    kernel!(finished_not_joined, Race),
    kernel!(oncelock_set_twice, Race),
];
