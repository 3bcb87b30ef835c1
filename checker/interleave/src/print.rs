//! `println!` and its kin. A program that runs thousands of times would flood
//! the screen, so while exploring what it prints goes into the story instead.
//! When one schedule is run again, it goes to both.

use crate::engine;
use ::std::fmt::Arguments;

/// Where a text goes outside of an exploration.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum To {
    Out,
    Err,
}

/// Keeps what an explored program prints; false outside.
#[doc(hidden)]
pub fn keep(to: To, text: Arguments<'_>, end: &str) -> bool {
    if !engine::is_active() {
        return false;
    }
    // Even if nobody reads it: to show a value may be a step, as for a mutex,
    // and every execution must take the same steps.
    let text = text.to_string();
    let aloud = engine::inside(|e| {
        let tid = e.current;
        let Some(story) = &mut e.story else {
            return false;
        };
        story.printed(tid, &text);
        story.aloud
    });
    match to {
        _ if !aloud => {}
        To::Out => ::std::print!("{text}{end}"),
        To::Err => ::std::eprint!("{text}{end}"),
    }
    true
}

/// As in `std`; while exploring, part of the story.
#[macro_export]
macro_rules! print {
    ($($arg:tt)*) => {
        if !$crate::print::keep($crate::print::To::Out, $crate::the_real_std::format_args!($($arg)*), "") {
            $crate::the_real_std::print!($($arg)*);
        }
    };
}

/// As in `std`; while exploring, part of the story.
#[macro_export]
macro_rules! println {
    () => { $crate::print!("\n") };
    ($($arg:tt)*) => {
        if !$crate::print::keep($crate::print::To::Out, $crate::the_real_std::format_args!($($arg)*), "\n") {
            $crate::the_real_std::println!($($arg)*);
        }
    };
}

/// As in `std`; while exploring, part of the story.
#[macro_export]
macro_rules! eprint {
    ($($arg:tt)*) => {
        if !$crate::print::keep($crate::print::To::Err, $crate::the_real_std::format_args!($($arg)*), "") {
            $crate::the_real_std::eprint!($($arg)*);
        }
    };
}

/// As in `std`; while exploring, part of the story.
#[macro_export]
macro_rules! eprintln {
    () => { $crate::eprint!("\n") };
    ($($arg:tt)*) => {
        if !$crate::print::keep($crate::print::To::Err, $crate::the_real_std::format_args!($($arg)*), "\n") {
            $crate::the_real_std::eprintln!($($arg)*);
        }
    };
}

/// As in `std`; while exploring, part of the story.
#[macro_export]
macro_rules! dbg {
    () => { $crate::eprintln!("[{}:{}]", $crate::the_real_std::file!(), $crate::the_real_std::line!()) };
    ($value:expr $(,)?) => {
        match $value {
            value => {
                $crate::eprintln!(
                    "[{}:{}] {} = {:#?}",
                    $crate::the_real_std::file!(),
                    $crate::the_real_std::line!(),
                    $crate::the_real_std::stringify!($value),
                    &value
                );
                value
            }
        }
    };
    ($($value:expr),+ $(,)?) => { ($($crate::dbg!($value)),+,) };
}
