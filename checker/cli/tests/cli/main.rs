//! The binary as its users meet it: typed commands, printed screens, exit codes.

mod authors;
mod bad_input;
mod colour;
mod fixture;
mod help;
mod json;
mod judging;
#[cfg(target_os = "linux")]
mod processes;
mod reset;
mod schedules;
mod screens;
#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod watch;
