//! Kernels that loom cannot run: bounded channels, hang-ups, timeouts, `Once`, the
//! `UnsafeCell` of `std`, the newer methods of `Arc`, or more than four threads.

use crate::table::Kernel;

mod barrier_miscount;
mod bounded_cycle;
mod cell_lazy_peek;
mod cell_lost_update;
mod cell_oneshot;
mod cell_publish;
mod cell_reader_leaves;
mod cell_refcount;
mod cell_ring;
mod cell_spin_lock;
mod cell_swap_slots;
mod din_phil7;
mod lock_across_send;
mod once_cross;
mod once_reentry;
mod parent_waits_for_child;
mod rendezvous_cycle;
mod reorder_10;
mod reorder_5;
mod retry_late_answer;
mod scope_shared_cursor;
mod sender_kept_alive;
mod sleep_for_order;
mod timeout_leaves_sender;
mod timeout_taken_for_ready;
mod try_unwrap_both_fail;
mod try_unwrap_in_one_step;
mod twostage_5;

/// The kernels of this folder.
pub const ALL: &[Kernel] = &[
    kernel!(barrier_miscount, Deadlock),
    kernel!(bounded_cycle, Deadlock),
    kernel!(cell_lazy_peek, DataRace),
    kernel!(cell_lost_update, DataRace),
    kernel!(cell_oneshot, DataRace),
    kernel!(cell_publish, DataRace),
    kernel!(cell_reader_leaves, DataRace),
    kernel!(cell_refcount, DataRace),
    kernel!(cell_ring, DataRace),
    kernel!(cell_spin_lock, DataRace),
    kernel!(cell_swap_slots, DataRace),
    kernel!(din_phil7, Deadlock),
    kernel!(lock_across_send, Deadlock),
    kernel!(once_cross, Deadlock),
    kernel!(once_reentry, Deadlock),
    kernel!(parent_waits_for_child, Deadlock),
    kernel!(rendezvous_cycle, Deadlock),
    kernel!(reorder_10, Race),
    kernel!(reorder_5, Race),
    kernel!(retry_late_answer, Race),
    kernel!(scope_shared_cursor, Race),
    kernel!(sender_kept_alive, Deadlock),
    kernel!(sleep_for_order, Race),
    kernel!(timeout_leaves_sender, Deadlock),
    kernel!(timeout_taken_for_ready, Race),
    kernel!(try_unwrap_both_fail, Race),
    kernel!(try_unwrap_in_one_step, Race),
    kernel!(twostage_5, Race),
];
