//! Ctrl-C, a closed terminal, a polite kill: everything that was started ends with the checker.

use std::process;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use judge::Cancel;

/// What a shell expects of a program that Ctrl-C ended: 128 and the signal's number.
pub const EXIT: u8 = 130;

static CANCEL: OnceLock<Cancel> = OnceLock::new();
static ASKED: AtomicBool = AtomicBool::new(false);

/// The switch that an interruption turns on. From the first call on, a first interruption lets the
/// judge kill what it runs and clean up; a second one ends the checker at once.
pub fn cancel() -> &'static Cancel {
    CANCEL.get_or_init(|| {
        let cancel = Cancel::new();
        let switch = cancel.clone();
        // Without a handler the system ends the checker, and the judge's own guards the rest.
        let _ = ctrlc::set_handler(move || {
            switch.cancel();
            if ASKED.swap(true, Ordering::AcqRel) {
                process::exit(i32::from(EXIT));
            }
        });
        cancel
    })
}
