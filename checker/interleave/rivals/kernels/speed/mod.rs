//! Programs of known size: how fast are the explorers? Each has a wrong twin.
//!
//! In plain `std`, and no more of it than loom has.

use crate::table::{Expected, Kernel};

mod bounded_queue;
mod counter;
mod message_passing;
mod pipeline;
mod spin_lock;

/// All of them.
pub const ALL: &[Kernel] = &[
    Kernel {
        name: "counter_2",
        expected: Expected::Race,
        buggy: counter::body::<2, 2, false>,
        fixed: counter::body::<2, 2, true>,
    },
    Kernel {
        name: "counter_3",
        expected: Expected::Race,
        buggy: counter::body::<3, 2, false>,
        fixed: counter::body::<3, 2, true>,
    },
    Kernel {
        name: "counter_long",
        expected: Expected::Race,
        buggy: counter::body::<4, 50, false>,
        fixed: counter::body::<4, 50, true>,
    },
    kernel!(pipeline, Race),
    kernel!(spin_lock, Race),
    kernel!(bounded_queue, LostWakeup),
    kernel!(message_passing, WeakMemory),
];
