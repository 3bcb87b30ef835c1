//! The screen that a learner keeps open: it judges the current exercise whenever its file is saved.
//!
//! - [`model`] is the state of the screen. Events go in, and what is to be done comes out. It
//!   touches no file, no process, no terminal and no clock.
//! - [`view`] draws that state.
//! - [`runtime`] owns the terminal. It turns keys, saves and verdicts into events, and does what
//!   the model asks for. Nothing that takes long happens there:
//!   - [`worker`] judges, on a thread of its own;
//!   - [`eyes`] notices saves, on another one.

mod book;
mod editor;
mod eyes;
mod keys;
mod links;
mod list;
mod model;
mod runtime;
mod sight;
mod view;
mod worker;

pub use runtime::{Ending, run};
