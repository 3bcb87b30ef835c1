//! What people see: a page of text, drawn for the terminal at hand.

pub mod compiler;
pub mod diff;
pub mod glyphs;
pub mod markdown;
pub mod style;
pub mod text;
pub mod verdict;

use std::fmt::{Display, Write as _};

use anstyle::Style;
use glyphs::Glyphs;
use style::paint;

/// Lines longer than this are tiring to read, however wide the window.
const WIDEST: usize = 96;
/// What to assume where there is no window to measure.
pub const USUAL: usize = 80;

/// A page being written. Colours are in the text; `anstream` takes them out where they are unwanted.
#[derive(Debug)]
pub struct Page {
    pub glyphs: Glyphs,
    pub width: usize,
    text: String,
}

impl Page {
    pub fn new(glyphs: Glyphs, width: usize) -> Self {
        Self {
            glyphs,
            width,
            text: String::new(),
        }
    }

    /// Adds a line.
    pub fn line(&mut self, text: impl Display) {
        let _ = writeln!(self.text, "{text}");
    }

    /// Adds an empty line, unless the page is at its start or has one already.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Adds lines that fit the window, indented by two.
    pub fn prose(&mut self, text: &str) {
        let fitted = text::wrap(text, self.width.saturating_sub(2).max(20));
        self.line(text::indent(&fitted, "  "));
    }

    /// Adds `label  value`, the labels of a group under each other.
    pub fn field(&mut self, label: &str, value: impl Display) {
        self.line(format_args!(
            "  {} {value}",
            paint(style::DIM, format_args!("{label:<8}"))
        ));
    }

    /// A bar of `cells` cells, as many of them full as `done` is of `total`.
    pub fn bar(&self, done: usize, total: usize, cells: usize) -> String {
        // Something done shows, and something left shows.
        let full = match (done, total) {
            (0, _) => 0,
            (done, total) if done >= total => cells,
            _ => (done * cells / total).clamp(1, cells - 1),
        };
        let style: Style = if total > 0 && done == total {
            style::PASS
        } else {
            style::OPEN
        };
        format!(
            "{}{}",
            paint(style, self.glyphs.full.repeat(full)),
            paint(style::DIM, self.glyphs.empty.repeat(cells - full)),
        )
    }

    pub fn into_text(self) -> String {
        self.text
    }
}

/// How many columns a page may take, where there is a window.
pub fn window(terminal: &console::Term) -> Option<usize> {
    let (_rows, columns) = terminal.size_checked()?;
    Some(usize::from(columns).clamp(40, WIDEST))
}
