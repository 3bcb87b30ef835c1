//! `static` items of the program, which every execution must find as new.
//!
//! A `static` is initialised by the compiler and lives as long as the process,
//! but the executions of one exploration must not see each other's values. So
//! the bytes that the compiler laid down are kept when an execution first
//! touches a static, and put back when a later execution first touches it.
//! What the earlier execution left in it is leaked, as it is when a process
//! ends.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

static FIRST_BYTES: Mutex<Option<HashMap<usize, Box<[u8]>>>> = Mutex::new(None);

/// Where a value is in memory, whatever its type.
#[derive(Clone, Copy)]
pub(crate) struct Extent {
    start: *const u8,
    size: usize,
}

impl Extent {
    pub fn of<T: ?Sized>(value: &T) -> Extent {
        Extent {
            start: std::ptr::from_ref(value).cast(),
            size: std::mem::size_of_val(value),
        }
    }
}

/// Whether the address lies in the program's own image, where statics are.
#[cfg(target_os = "linux")]
pub(crate) fn is_static(address: usize) -> bool {
    unsafe extern "C" {
        static __executable_start: u8;
        static _end: u8;
    }
    let start = (&raw const __executable_start) as usize;
    let end = (&raw const _end) as usize;
    (start..end).contains(&address)
}

/// Whether the address lies in the program's own image. Not known here, so
/// statics of types with heap memory are refused.
#[cfg(not(target_os = "linux"))]
pub(crate) fn is_static(_address: usize) -> bool {
    false
}

/// Keeps the bytes of a value that is touched for the first time ever.
pub(crate) fn keep(value: Extent) {
    let address = value.start as usize;
    if !is_static(address) {
        return;
    }
    // SAFETY: whoever made the extent has the value; its bytes are copied as
    // they are, padding included, and only ever put back in the same place.
    let bytes = unsafe { std::slice::from_raw_parts(value.start, value.size) };
    let mut all = FIRST_BYTES.lock().unwrap_or_else(PoisonError::into_inner);
    all.get_or_insert_default()
        .entry(address)
        .or_insert_with(|| bytes.into());
}

/// Puts the first bytes of a static back; false if it is none.
pub(crate) fn restore(value: Extent) -> bool {
    let address = value.start as usize;
    let all = FIRST_BYTES.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(bytes) = all.as_ref().and_then(|all| all.get(&address)) else {
        return false;
    };
    // SAFETY: the bytes were copied from this very static, which has interior
    // mutability (it is one of our look-alikes); no thread of the program holds
    // a reference into it, because no execution has touched it since it began.
    unsafe {
        std::ptr::copy_nonoverlapping(bytes.as_ptr(), value.start.cast_mut(), bytes.len());
    }
    true
}
