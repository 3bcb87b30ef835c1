//! What a command found out: drawn as a page for people, or written as JSON for programs.

use crate::failure::Exit;
use crate::json::Outcome;
use crate::screen::Page;

/// The outcome of one command. Its fields, serialised, are the `result` of its JSON document.
pub trait Report: Outcome {
    /// The command's name, as typed.
    fn command(&self) -> &'static str;

    /// Draws it for people.
    fn draw(&self, page: &mut Page);

    /// How the process ends.
    fn exit(&self) -> Exit {
        Exit::Passed
    }
}
