//! Foreign text made inert for the place where it is shown.
//!
//! Whatever comes from a submission, a roster or a judged process is foreign: ids, names,
//! sources, messages, verdicts' evidence. It is kept as it is, and made inert only where
//! it is written:
//!
//! | place | by |
//! |---|---|
//! | terminal, plain text | [`line()`], [`block()`] |
//! | cell of a table in CSV | [`csv::cell`], [`csv::text`] |
//! | Markdown | [`markdown::prose`], [`markdown::code`], [`markdown::fenced`] |
//! | HTML | [`html::Line`], [`html::Block`], [`html::Prose`] |
//! | XML | [`xml::line`], [`xml::block`] |
//! | JSON | [`json::to_writer`] |
//! | log of a GitHub workflow | [`actions::log`] |
//!
//! No reader loses what was there: what deceives is shown by its number.

pub mod actions;
pub mod csv;
pub mod html;
pub mod json;
pub mod markdown;
mod text;
pub mod xml;

pub use text::{block, cut, line};
