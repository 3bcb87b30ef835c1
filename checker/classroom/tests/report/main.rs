//! Pages for learners and instructors.

mod browser;
mod feedback;
mod hostile;
mod page;
mod sample;
