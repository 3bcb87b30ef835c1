//! `println!` and its kin. A program that runs thousands of times would flood
//! the screen, so while exploring what it prints goes into the story instead.

use crate::engine;
use ::std::fmt::Arguments;

/// Keeps what an explored program prints; false outside.
#[doc(hidden)]
pub fn keep(text: Arguments<'_>) -> bool {
    engine::with(|e| {
        let tid = e.current;
        if let Some(story) = &mut e.story {
            story.printed(tid, &text.to_string());
        }
    })
    .is_some()
}

/// As in `std`; while exploring, part of the story.
#[macro_export]
macro_rules! print {
    ($($arg:tt)*) => {
        if !$crate::print::keep($crate::real::format_args!($($arg)*)) {
            $crate::real::print!($($arg)*);
        }
    };
}

/// As in `std`; while exploring, part of the story.
#[macro_export]
macro_rules! println {
    () => { $crate::print!("\n") };
    ($($arg:tt)*) => {
        if !$crate::print::keep($crate::real::format_args!($($arg)*)) {
            $crate::real::println!($($arg)*);
        }
    };
}

/// As in `std`; while exploring, part of the story.
#[macro_export]
macro_rules! eprint {
    ($($arg:tt)*) => {
        if !$crate::print::keep($crate::real::format_args!($($arg)*)) {
            $crate::real::eprint!($($arg)*);
        }
    };
}

/// As in `std`; while exploring, part of the story.
#[macro_export]
macro_rules! eprintln {
    () => { $crate::eprint!("\n") };
    ($($arg:tt)*) => {
        if !$crate::print::keep($crate::real::format_args!($($arg)*)) {
            $crate::real::eprintln!($($arg)*);
        }
    };
}

/// As in `std`; while exploring, part of the story.
#[macro_export]
macro_rules! dbg {
    () => { $crate::eprintln!("[{}:{}]", $crate::real::file!(), $crate::real::line!()) };
    ($value:expr $(,)?) => {
        match $value {
            value => {
                $crate::eprintln!(
                    "[{}:{}] {} = {:#?}",
                    $crate::real::file!(),
                    $crate::real::line!(),
                    $crate::real::stringify!($value),
                    &value
                );
                value
            }
        }
    };
    ($($value:expr),+ $(,)?) => { ($($crate::dbg!($value)),+,) };
}
