//! The binary as its users meet it: typed commands, printed screens, exit codes.

mod authors;
mod bad_input;
mod colour;
mod editors;
mod fixture;
mod help;
mod json;
mod judging;
mod listing;
#[cfg(target_os = "linux")]
mod processes;
mod progress;
mod reset;
mod schedules;
mod screens;
#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod watch;
